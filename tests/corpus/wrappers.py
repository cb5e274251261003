"""Web pages made of resolutions, in the manner of those that archives hold.

    wrappers.py MANNER LANGUAGE TEXT > PAGE     TEXT is tidy Markdown

viewer  a document viewer: bars, menus, a notice about cookies, a print view that
        is hidden; numbers of paragraphs are those of lists; notes at the end
word    what Word saves as HTML: its classes, its styles, its notes, a code page
old     a page written by hand: no end tags, numbers and marks typed
"""
import html
import re
import sys
from pathlib import Path

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "0123456789abcdefghijklmnoprstuvwxyz",
                      "⁽⁾")
RUN = re.compile("⁽?[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾?|[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]+")
LINK = re.compile(r"\[([^][]*)\]\(#\)")
NOTE = re.compile("(%s) " % RUN.pattern)
NUMBER = re.compile(r"(\d+)\. (?=\S)")
CODEPAGES = {"ar": "windows-1256", "ru": "windows-1251", "zh": "gb2312"}


# ---- the text: blocks of Markdown ----

def blocks(text):
    """Paragraphs, rows of a table, and notes by their mark."""
    found, notes = [], {}
    for block in re.split(r"\n\n+", text.strip("\n")):
        note = NOTE.match(block)
        if block.startswith("|"):
            rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
                    for line in block.split("\n")]
            found.append([r for r in rows if not re.fullmatch("[-: ]*", "".join(r))])
        elif note:
            mark = note.group(1).translate(RAISED)
            notes[mark] = block[note.end():]
        else:
            found.append(block)
    return found, notes


def address(text):
    """Where the text of a link leads."""
    symbol = "A/RES/" + text if re.fullmatch(r"[\dES-]+/\d+", text) else text
    return "https://docs.un.org/en/" + symbol.replace(" ", "")


def inline(text, call, bold, italic):
    """HTML of Markdown: call(mark) writes the call of a note, bold and italic are
    pairs of tags."""
    text = re.sub(r"\\([*_|\\])", lambda m: "&#%d;" % ord(m.group(1)), html.escape(text, False))
    text = LINK.sub(lambda m: '<a href="%s">%s</a>' % (html.escape(address(m.group(1))), m.group(1)),
                    text)
    text = re.sub(r"\*\*(.+?)\*\*", lambda m: m.group(1).join(bold), text, flags=re.S)
    text = re.sub(r"\*(.+?)\*", lambda m: m.group(1).join(italic), text, flags=re.S)
    text = RUN.sub(lambda m: call(m.group().translate(RAISED)), text)
    return text.replace("\n", "<br>\n")


# ---- three manners ----

VIEWER = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Document viewer</title>
<style>p { margin: 0 }</style><script>var a = "<p>no text</p>";</script></head>
<body class="theme-light"><a class="skip-link" href="#document">Skip to the text</a>
<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/search">Search</a>
</li></ul></nav><form action="/search"><label>Find <input name="q"></label><button>Go</button></form>
</header><div id="cookie-banner"><p>We use cookies.</p><button>I agree</button></div>
<div class="breadcrumb"><a href="/">Library</a> / <a href="/a">Resolutions</a></div>
<main id="document"><div class="doc-toolbar"><button>Print</button> <a href="d.pdf">PDF</a></div>
<article%s>
%s
</article></main><aside class="sidebar"><h2>Related</h2><ul><li><a href="/1">One</a></li></ul></aside>
<div style="display: none"><p>Print view</p></div>
<footer><p><a href="/terms">Terms</a> <a href="/contact">Contact</a></p></footer></body></html>
"""


def direction(language):
    return ' dir="rtl"' if language == "ar" else ""


def viewer(text, language):
    def call(mark):
        return '<sup id="fnref-%s"><a href="#fn-%s">%s</a></sup>' % (mark, mark, mark)

    def write(s):
        return inline(s, call, ("<strong>", "</strong>"), ('<span style="font-style:italic">',
                                                           "</span>"))

    found, notes = blocks(text)
    out = []
    for block in found:
        number = None if isinstance(block, list) else NUMBER.match(block)
        if isinstance(block, list):
            rows = ["<tr>%s</tr>" % "".join("<td><p>%s</p></td>" % write(c) for c in row)
                    for row in block]
            out.append('<div class="scroll"><table><tbody>%s</tbody></table></div>' % "".join(rows))
        elif number:
            out.append('<ol start="%s"><li><p>%s</p></li></ol>' % (
                number.group(1), write(block[number.end():])))
        else:
            out.append('<p class="c1">%s</p>' % write(block))
    items = ['<li id="fn-%s"><p>%s <a href="#fnref-%s" class="back">↩</a></p></li>' % (
        mark, write(note), mark) for mark, note in notes.items()]
    if items:
        out.append('<section class="footnotes"><h2>Footnotes</h2><ol>%s</ol></section>'
                   % "".join(items))
    return (VIEWER % (direction(language), "\n".join(out))).encode()


WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=%s">
<meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument>
<w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;} -->
</style></head><body lang=EN-GB link=blue%s><div class=WordSection1>
%s
</div>%s</body></html>
"""
SPACES = '<span style=\'font:7.0pt "Times New Roman"\'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>'


def word(text, language):
    def anchor(mark, to, name):
        return ("<a style='mso-footnote-id:ftn%s' href=\"#%s%s\" name=\"%s%s\" title=\"\"><span "
                "class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if "
                "!supportFootnotes]>[%s]<![endif]></span></span></a>" % (
                    mark, to, mark, name, mark, mark))

    def write(s):
        return inline(s, lambda mark: anchor(mark, "_ftn", "_ftnref"),
                      ("<b style='mso-bidi-font-weight:normal'><span lang=EN-GB>", "</span></b>"),
                      ("<i>", "<o:p></o:p></i>"))

    def paragraph(block):
        number = NUMBER.match(block)
        if not number:
            return "<p class=MsoNormal><span lang=EN-GB>%s<o:p></o:p></span></p>" % write(block)
        return ("<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>"
                "<![if !supportLists]><span style='mso-list:Ignore'>%s.%s</span><![endif]>%s</p>" % (
                    number.group(1), SPACES, write(block[number.end():])))

    found, notes = blocks(text)
    out = []
    for block in found:
        if isinstance(block, list):
            rows = ["<tr>%s</tr>" % "".join(
                "<td width=208 valign=top style='width:155.8pt;border:solid windowtext 1.0pt'>"
                "<p class=MsoNormal>%s<o:p></o:p></p></td>" % write(c) for c in row) for row in block]
            out.append("<table class=MsoTableGrid border=1 cellspacing=0>%s</table>" % "".join(rows))
        else:
            out.append(paragraph(block))
            out.append("<p class=MsoNormal><o:p>&nbsp;</o:p></p>")
    bodies = ["<div style='mso-element:footnote' id=ftn%s><p class=MsoFootnoteText>%s %s</p></div>" % (
        mark, anchor(mark, "_ftnref", "_ftn"), write(note)) for mark, note in notes.items()]
    end = ("<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width=\"33%%\">"
           "%s</div>" % "".join(bodies)) if bodies else ""
    codepage = CODEPAGES.get(language, "windows-1252")
    page = WORD % (codepage, direction(language), "\n".join(out), end)
    return page.encode("gbk" if codepage == "gb2312" else codepage, "xmlcharrefreplace")


OLD = """<HTML><HEAD><TITLE>Resolution</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF"%s>
%s
</BODY></HTML>
"""


def old(text, language):
    def write(s):
        return inline(s, lambda mark: "<SUP>%s</SUP>" % mark, ("<B>", "</B>"), ("<I>", "</I>"))

    found, notes = blocks(text)
    out, quoted = [], False
    for block in found:
        if isinstance(block, list):
            rows = ["<TR>%s" % "".join("<TD>" + write(c) for c in row) for row in block]
            out.append("<TABLE BORDER=1>%s</TABLE>" % "\n".join(rows))
        elif re.match(r"\([a-zа-я]\) |[a-zа-я]\) ", block):
            out.append("<BLOCKQUOTE>%s</BLOCKQUOTE>" % write(block))
        elif block.startswith("**"):
            out.append("<P><CENTER>%s</CENTER>" % write(block))
        else:
            out.append("<P>%s" % write(block))
    if notes:
        out.append("<HR WIDTH=30% ALIGN=LEFT>")
    out += ["<P><SUP>%s</SUP> %s" % (mark, write(note)) for mark, note in notes.items()]
    return (OLD % (direction(language), "\n".join(out))).encode("ascii", "xmlcharrefreplace")


MANNERS = {"viewer": viewer, "word": word, "old": old}

if __name__ == "__main__":
    sys.stdout.buffer.write(MANNERS[sys.argv[1]](Path(sys.argv[3]).read_text("utf-8"), sys.argv[2]))
