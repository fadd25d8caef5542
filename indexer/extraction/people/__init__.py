"""Who speaks: names, offices and organisations in an article, and which of them a mention means."""
