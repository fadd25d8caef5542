"""The shapes that pass between the layers of extraction. All of them are frozen."""
