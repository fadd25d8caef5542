"""What stands in an article's place or between its paragraphs: requests to pay, to agree to cookies, to prove oneself.

Known by how such a paragraph begins, which no sentence of news does, and only where it is short and reports nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from indexer.inputs.result import Refusal

SHORT = 600  # characters; the longest are about cookies
REPORTS = re.compile(r"\b(?:said|says|told)\b")
ENDED = re.compile(r"[.!?…][^\w\s]{0,4}\Z")

PAYWALL = r"""
    (?:please\ )?(?:subscribe|sign\ ?up|log\ ?in|sign\ in|register|join\ (?:us|now|today))\b
        (?=.{0,3}\Z|.{0,60}\b(?:now|today|here|to\ (?:read|continue|keep|access|unlock|get|view|see)
            |for\ (?:full|unlimited|free)|or\ (?:subscribe|register|log|sign)|and\ (?:get|read))\b)
    | already\ (?:a\ |an?\ )?(?:subscrib|member|regist|have\ an?\ account)
    | (?:not|not\ yet)\ a\ (?:subscriber|member)\b
    | do\ you\ (?:already\ )?have\ (?:a\ subscription|an\ account)
    | (?:this|the\ (?:full|rest\ of\ (?:this|the)|complete))\ (?:\w+\ ){0,3}?
        (?:is|are)\ (?:\w+\ )?(?:for|available|reserved|exclusive|exclusively|restricted|limited|locked|behind)\b
        (?=.{0,60}\b(?:subscri|members?\W*(?:\Z|only)|premium|paywall|registered\ |paying))
    | (?:to|in\ order\ to)\ (?:continue|keep|finish|go\ on)\ (?:on\ )?reading\b
    | (?:to|in\ order\ to)\ (?:read|access|unlock|view|see)\ (?:the\ (?:full|rest|whole|complete|entire)|this|more)\b
        (?=.{0,120}\b(?:subscri|regist|log\ ?in|sign|account|member))
    | (?:continue|keep)\ reading\b(?=.{0,3}\Z|.{0,80}\b(?:subscri|free|trial|account|app|for\ (?:just|only)|log\ ?in))
    | you(?:[’']ve|\ have)\ (?:reached|read|used|hit|run\ out|come\ to|exceeded)\b
        (?=.{0,80}\b(?:free|limit|monthly|remaining|complimentary)\b)
    | (?:start|begin|try|get)\ (?:your|a|our|full|unlimited|digital)\b(?=.{0,60}\b(?:trial|access|subscription)\b)
    | (?:create|open)\ (?:a|an|your)\ (?:free\ )?account\b
    | (?:only\ )?subscribers\ (?:only|can\ read)\b
    | (?:subscriber|members?|premium)[-\ ](?:only|exclusive)\b
    | unlock\ (?:this|the|unlimited|full)\b(?=.{0,80}\b(?:articles?|story|stories|content|access|subscri))
    | this\ is\ (?:a|an)\ (?:premium|subscriber|exclusive|members)\S{0,2}\ (?:article|story|content|feature)\b
"""
CONSENT = r"""
    (?:this|our|the)\ (?:web)?site\ (?:also\ )?(?:uses|stores|sets|needs)\b
        (?=.{0,80}\b(?:cookies?|consent|similar\ technologies)\b)
    | (?:we|we\ and\ our\ .{0,30}|[\w.]{2,20}(?:\ [\w.]{2,20}){0,3}\ and\ (?:its|our|their)\ .{0,30})
        \ ?(?:use|value|store|process|need|ask|respect|share|set|would\ like)\b
        (?=.{0,120}\b(?:cookies?|consent|personal\ data|vendors|access\ information|similar\ technologies|privacy)\b)
    | by\ (?:clicking|continuing|using|selecting|browsing|accepting|closing|pressing|choosing)\b
        (?=.{0,200}\b(?:(?:you|I)\ (?:agree|consent|accept)|cookies?|terms\ of)\b)
    | if\ you\ (?:click|select|choose|agree|do\ not\ want|want|accept|would\ like)\b
        (?=.{0,250}\b(?:cookies?|consent|accept\ all|reject\ all|our\ partners)\b)
    | (?:accept|reject|decline|allow|manage|refuse)\ (?:all\W*\Z|all\ cookies|(?:my\ |your\ )?(?:cookies|preferences))
    | before\ you\ continue\ to\b
    | you\ (?:can|may)\ (?:change|withdraw|manage|revoke|adjust|update|review|object)\b
        (?=.{0,80}\b(?:choices?|consent|preferences|settings|cookies?)\b)
    | your\ (?:privacy|consent|choices?|personal\ (?:data|information)|cookie)\b
        (?=.{0,100}\b(?:cookies?|partners|vendors|processed|settings|matters|important\ to\ us|preferences)\b)
    | (?:these\ |(?:strictly\ )?necessary\ |essential\ )?cookies\ (?:are|help|allow|let|enable|on\ (?:this|our))\b
        (?=.{0,200}\b(?:you|your|site|website|browser)\b)
    | (?:cookie|privacy)\ (?:notice|policy|settings|preferences?|consent)\b
    | (?:to\ learn\ more|for\ more\ information|learn\ more|read\ more|find\ out\ more|see\ our)\b
        (?=.{0,80}\b(?:cookies?|privacy)\b)
"""
CHECK = r"""
    (?:please\ )?(?:enable|turn\ on|allow|activate)\ (?:javascript|cookies|js)\b
    | (?:you|your\ browser)\ (?:need|must|have|has|does)\b(?=.{0,60}\bjavascript\b)
    | (?:this\ (?:site|page|website|app)\ (?:requires|needs)\ |to\ (?:view|use)\ this\ .{0,40})javascript\b
    | javascript\ (?:is|must|needs|has)\b(?=.{0,60}\b(?:disabled|required|enabled|turned)\b)
    | (?:checking|verifying|we\ are\ checking|we\ need\ to\ (?:check|verify))\b
        (?=.{0,60}\b(?:your\ browser|you\ are|human|robot|if\ the\ site)\b)
    | (?:please\ )?(?:verify|confirm|prove)\ (?:that\ )?you(?:[’']re|\ are)\ (?:not\ )?(?:a\ )?(?:human|robot|bot)\b
    | (?:are\ you\ a\ robot|just\ a\ moment\W*\Z|performance\ (?:&|and)\ security\ by)
    | (?:access|access\ to\ this\ page\ has\ been|request)\ (?:denied|blocked)\b
    | you\ (?:don[’']t|do\ not)\ have\ (?:permission|access)\ to\b(?=.{0,30}\b(?:page|access|view|server|site)\b)
    | our\ systems\ have\ detected\ (?:unusual|automated)
"""
MOVED = r"""
    (?:you\ are|you[’']re|you\ will\ be)\ (?:now\ )?(?:being\ )?redirected\b
    | redirecting\b(?=.{0,60}(?:\byou\b|…|\.\.\.|\Z))
    | (?:sorry,?\ )?(?:the|this)\ page\ (?:(?:that\ )?you\ .{0,40}\ )?
        (?:could\ not\ be|cannot\ be|can[’']t\ be|does(?:\ not|n[’']t)\ exist|was\ not\ found|has\ (?:moved|been))\b
"""


def compile_beginning(forms: str) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{forms})", re.IGNORECASE | re.VERBOSE)


NOTICES: Mapping[str, re.Pattern[str]] = {
    "a paywall": compile_beginning(PAYWALL),
    "a question about cookies": compile_beginning(CONSENT),
    "a check of who asks for it": compile_beginning(CHECK),
    "a note that it has moved or is not there": compile_beginning(MOVED),
}


def without_notices(paragraphs: Sequence[str]) -> Sequence[str]:
    """The article's own; Refusal says what a page shows instead of it, where no other sentence is left."""
    kinds = [kind(paragraph) for paragraph in paragraphs]
    own = [paragraph for paragraph, found in zip(paragraphs, kinds, strict=True) if found is None]
    found = next(filter(None, kinds), None)
    if found and not any(map(has_sentence, own)):
        raise Refusal(f"shows {found} instead of an article")
    return own


def kind(paragraph: str) -> str | None:
    if len(paragraph) > SHORT or REPORTS.search(paragraph):
        return None
    return next((name for name, form in NOTICES.items() if form.match(paragraph)), None)


def has_sentence(paragraph: str) -> bool:
    """Whether one of its lines ends as a sentence does."""
    return any(" " in line and ENDED.search(line[-8:]) for line in paragraph.split("\n"))
