/* inline.c - the marks within a paragraph of Markdown. First the source is
 * read once and the marks become events; then the text between them is put
 * together, for only the end of the paragraph tells which were marks. */
#include "input/inline.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "input/chars.h"

#define LONGEST_LABEL 16  /* bytes of a note's mark, [^a1] or ^a1^ */
#define LONGEST_TAG 200   /* bytes of an HTML tag with its attributes */
#define LONGEST_NAME 8u   /* bytes of its name */

/* The HTML tags that are read. A style of 0 prints as nothing. */
static const struct {
	const char *name;
	guint style;
} tags[] = {
    {"i", RC_ITALIC}, {"em", RC_ITALIC}, {"b", RC_BOLD}, {"strong", RC_BOLD},
    {"sup", RC_SUPER}, {"sub", RC_SUB}, {"u", 0}, {"span", 0}, {"small", 0},
};

/* The bytes that may begin a mark; the last five lead raised characters. */
static const guint8 special[256] = {
    ['*'] = 1, ['_'] = 1, ['['] = 1, [']'] = 1, ['!'] = 1, ['\\'] = 1,
    ['&'] = 1, ['<'] = 1, ['^'] = 1,
    [0xC2] = 1, [0xCA] = 1, [0xCB] = 1, [0xE1] = 1, [0xE2] = 1};

#define N_STYLES 5u /* bits of enum rc_style */
#define LINK_BIT 4u /* RC_LINK's */

struct scan {
	struct rc_inline *in;
	const char *start, *end;
	struct rc_emphasis stars, lines;
	guint32 bracket;           /* 1 + index of the last open LINK, 0 none;
	                              its arg is the one before it */
	guint32 tag[N_STYLES];     /* 1 + index of the TAG that began a style */
	gboolean no_comment;       /* no "-->" is left */
};

void
rc_inline_init(struct rc_inline *in, struct rc_text *text)
{
	*in = (struct rc_inline){
	    .text = text,
	    .events = g_array_new(FALSE, FALSE, sizeof(struct rc_event)),
	    .spans = g_array_new(FALSE, FALSE, sizeof(struct rc_span)),
	    .out = g_string_sized_new(4096),
	};
}

void
rc_inline_done(struct rc_inline *in)
{
	if (!in->out)
		return;
	g_array_unref(in->events);
	g_array_unref(in->spans);
	g_string_free(in->out, TRUE);
	*in = (struct rc_inline){0};
}

/* ---- source to events ---- */

static struct rc_event *
event_at(const struct scan *scan, guint32 i)
{
	return &g_array_index(scan->in->events, struct rc_event, i);
}

static const char *
add(struct scan *scan, enum rc_event_kind kind, const char *s, gsize len,
    guint32 arg)
{
	struct rc_event event = {
	    .at = s - scan->start, .len = len, .arg = arg, .kind = kind};

	g_array_append_val(scan->in->events, event);
	return s + len;
}

static gboolean
begins(const char *s, const char *end, const char *with)
{
	gsize len = strlen(with);

	return end - s >= len && memcmp(s, with, len) == 0;
}

static const char *
scan_run(struct scan *scan, const char *s)
{
	struct rc_emphasis *emphasis = *s == '*' ? &scan->stars : &scan->lines;
	gsize len = 1;

	while (s + len < scan->end && s[len] == *s)
		len++;
	add(scan, RC_EVENT_RUN, s, len, 0);
	rc_emphasis_run(emphasis, scan->in->events, scan->start, s, scan->end);
	return s + len;
}

/* Bytes of a note's mark at s, up to the byte `stop`; 0 if it is none. */
static gsize
label_len(const char *s, const char *end, char stop)
{
	gsize n = 0;

	while (s + n < end && n <= LONGEST_LABEL &&
	    (g_ascii_isalnum(s[n]) || strchr("*(),-", s[n])))
		n++;
	return n <= LONGEST_LABEL && s + n < end && s[n] == stop ? n : 0;
}

/* Raised text between marks of `before` and `after` bytes. */
static const char *
add_raised(struct scan *scan, const char *s, guint before, gsize len,
    guint after)
{
	const char *end = add(scan, RC_EVENT_RAISED, s, before + len + after,
	    before);

	event_at(scan, scan->in->events->len - 1)->close = after;
	return end;
}

static const char *
scan_caret(struct scan *scan, const char *s)
{
	gsize len = label_len(s + 1, scan->end, '^');

	return len ? add_raised(scan, s, 1, len, 1) : s + 1;
}

/* "[^1]" is a note's call, at the start "[^1]: " is the note itself. */
static const char *
scan_bracket(struct scan *scan, const char *s, gsize len)
{
	gsize label = len == 1 && begins(s, scan->end, "[^") ?
	    label_len(s + 2, scan->end, ']') : 0;
	const char *after = s + 2 + label + 1;

	if (label)
		return add_raised(scan, s, 2, label, s == scan->start &&
		    after < scan->end && *after == ':' ? 2 : 1);
	add(scan, RC_EVENT_LINK, s, len, scan->bracket);
	scan->bracket = scan->in->events->len;
	return s + len;
}

/* Where a link's target ends: at a blank or the bracket that closes it. A
 * bracket of the other kind means that it is none. */
static const char *
target_end(const char *s, const char *end)
{
	guint depth = 0;

	for (; s < end && !strchr(" \t\n[]<>", *s); s++) {
		if (*s == '(')
			depth++;
		else if (*s == ')' && depth-- == 0)
			break;
	}
	return s;
}

/* Past `)`, or past ` "title")`; NULL if there is neither. */
static const char *
past_target(const char *s, const char *end)
{
	while (s < end && *s == ' ')
		s++;
	if (s < end && *s == '"') {
		s++;
		while (s < end && !strchr("\"\n[]", *s))
			s++;
		if (s < end && *s == '"')
			s++;
	}
	return s < end && *s == ')' ? s + 1 : NULL;
}

static const char *
scan_bracket_end(struct scan *scan, const char *s)
{
	guint32 index = scan->bracket;
	struct rc_event *open;
	const char *past;

	if (!index)
		return s + 1;
	open = event_at(scan, index - 1);
	scan->bracket = open->arg;
	open->arg = 0;
	if (!begins(s, scan->end, "]("))
		return s + 1;
	past = past_target(target_end(s + 2, scan->end), scan->end);
	if (!past)
		return s + 1;
	open->arg = scan->in->events->len + 1;
	add(scan, RC_EVENT_LINK_END, s, past - s, s + 2 - scan->start);
	open = event_at(scan, index - 1);
	open->open = TRUE;
	event_at(scan, open->arg - 1)->open = open->len == 1;
	return past;
}

/* A backslash makes punctuation text, and a line's end a hard one. */
static const char *
scan_escape(struct scan *scan, const char *s)
{
	if (s + 1 < scan->end && g_ascii_ispunct(s[1]))
		return add(scan, RC_EVENT_DROP, s, 1, 0) + 1;
	if (s + 1 < scan->end && s[1] == '\n')
		return add(scan, RC_EVENT_DROP, s, 1, 0);
	return s + 1;
}

static const char *
scan_entity(struct scan *scan, const char *s)
{
	gsize len;
	gunichar code = rc_entity(s, scan->end, &len);
	char bytes[6];

	if (!code)
		return s + 1;
	s = add(scan, RC_EVENT_PUT, s, len, code);
	if (rc_raised(bytes, bytes + g_unichar_to_utf8(code, bytes)))
		event_at(scan, scan->in->events->len - 1)->open = RC_SUPER;
	return s;
}

/* "<https://...>" */
static const char *
scan_address(struct scan *scan, const char *s)
{
	const char *stop = target_end(s + 1, scan->end);
	guint32 n = scan->in->events->len;

	if (stop == scan->end || *stop != '>')
		return s + 1;
	add(scan, RC_EVENT_LINK, s, 1, n + 2);
	event_at(scan, n)->open = TRUE;
	add(scan, RC_EVENT_LINK_END, stop, 1, s + 1 - scan->start);
	event_at(scan, n + 1)->open = TRUE;
	return stop + 1;
}

static const char *
scan_comment(struct scan *scan, const char *s)
{
	const char *stop = scan->no_comment ? NULL :
	    g_strstr_len(s, scan->end - s, "-->");

	scan->no_comment = !stop;
	return stop ? add(scan, RC_EVENT_DROP, s, stop + 3 - s, 0) : s + 4;
}

/* The index of the tag whose name is at s, or the table's length. */
static guint
find_tag(const char *s, const char *end)
{
	gsize len = 0;
	guint i;

	while (len < LONGEST_NAME && s + len < end && g_ascii_isalpha(s[len]))
		len++;
	if (!len || s + len == end || !strchr("> /\t\n", s[len]))
		return G_N_ELEMENTS(tags);
	for (i = 0; i < G_N_ELEMENTS(tags); i++)
		if (g_ascii_tolower(*s) == *tags[i].name &&
		    strlen(tags[i].name) == len &&
		    g_ascii_strncasecmp(s, tags[i].name, len) == 0)
			break;
	return i;
}

static gboolean
is_break(const char *s, const char *end)
{
	return end - s > 2 && g_ascii_strncasecmp(s, "br", 2) == 0 &&
	    strchr("> /", s[2]);
}

/* A tag of a style ends or begins it; one that does neither is text. */
static void
add_tag(struct scan *scan, const char *s, gsize len, guint style,
    gboolean closes)
{
	guint bit = g_bit_nth_lsf(style, -1);
	guint32 *opened = &scan->tag[bit];

	if (closes ? !*opened : *opened != 0)
		return;
	add(scan, RC_EVENT_TAG, s, len, 0);
	if (closes) {
		event_at(scan, scan->in->events->len - 1)->close = style;
		event_at(scan, *opened - 1)->open = style;
		*opened = 0;
	} else {
		*opened = scan->in->events->len;
	}
}

static const char *
scan_tag(struct scan *scan, const char *s)
{
	gboolean closes = s + 1 < scan->end && s[1] == '/';
	const char *name = s + 1 + closes, *stop;
	guint tag = find_tag(name, scan->end);
	gboolean line = is_break(name, scan->end);

	if (tag == G_N_ELEMENTS(tags) && !line)
		return s + 1;
	stop = memchr(name, '>', MIN(scan->end - name, LONGEST_TAG));
	if (!stop)
		return s + 1;
	stop++;
	if (line)
		return add(scan, RC_EVENT_PUT, s, stop - s, '\n');
	if (!tags[tag].style)
		return add(scan, RC_EVENT_DROP, s, stop - s, 0);
	add_tag(scan, s, stop - s, tags[tag].style, closes);
	return stop;
}

static const char *
scan_angle(struct scan *scan, const char *s)
{
	if (begins(s, scan->end, "<!--"))
		return scan_comment(scan, s);
	if (begins(s, scan->end, "<http"))
		return scan_address(scan, s);
	return scan_tag(scan, s);
}

static const char *
scan_raised(struct scan *scan, const char *s)
{
	gsize len = rc_raised_run(s, scan->end);

	return len ? add_raised(scan, s, 0, len, 0) :
	    s + g_utf8_skip[(guchar)*s];
}

/* The mark at s, if it is one; gives where to go on. */
static const char *
scan_special(struct scan *scan, const char *s)
{
	switch (*s) {
	case '*':
	case '_':
		return scan_run(scan, s);
	case '[':
		return scan_bracket(scan, s, 1);
	case '!':
		return begins(s, scan->end, "![") ?
		    scan_bracket(scan, s, 2) : s + 1;
	case ']':
		return scan_bracket_end(scan, s);
	case '\\':
		return scan_escape(scan, s);
	case '&':
		return scan_entity(scan, s);
	case '<':
		return scan_angle(scan, s);
	case '^':
		return scan_caret(scan, s);
	default:
		return scan_raised(scan, s);
	}
}

static gboolean
scan_source(struct rc_inline *in, const char *s, gsize len, GError **error)
{
	struct scan scan = {
	    .in = in, .start = s, .end = s + len, .lines.words = TRUE};

	g_array_set_size(in->events, 0);
	for (;;) {
		while (s < scan.end && !special[(guchar)*s])
			s++;
		if (s == scan.end)
			break;
		if (in->n_events + in->events->len >= RC_MAX_MARKS)
			return rc_fail(error, RESCONV_E_LIMIT,
			    "more than %u marks of emphasis, links and "
			    "escapes; split the input", RC_MAX_MARKS);
		s = scan_special(&scan, s);
	}
	rc_emphasis_end(&scan.stars, in->events);
	rc_emphasis_end(&scan.lines, in->events);
	in->n_events += in->events->len;
	return TRUE;
}

/* ---- events to text and spans ---- */

struct emit {
	struct rc_inline *in;
	const char *source;
	guint count[N_STYLES]; /* how often each style is open */
	guint32 style, from;   /* of the span that is being made */
	const char *href;
};

static void
end_span(struct emit *emit)
{
	struct rc_span span = {
	    .start = emit->from, .end = emit->in->out->len,
	    .style = emit->style,
	    .href = emit->style & RC_LINK ? emit->href : NULL};

	if (span.style && span.start < span.end)
		g_array_append_val(emit->in->spans, span);
	emit->from = span.end;
}

/* Begin (by 1) or end (by -1) styles. */
static void
turn(struct emit *emit, guint styles, int by)
{
	if (!styles)
		return;
	end_span(emit);
	for (guint i = 0; i < N_STYLES; i++) {
		if (styles & 1u << i)
			emit->count[i] += by;
		if (emit->count[i])
			emit->style |= 1u << i;
		else
			emit->style &= ~(1u << i);
	}
}

static void
copy(struct emit *emit, guint32 at, gsize len)
{
	g_string_append_len(emit->in->out, emit->source + at, len);
}

static guint
cost(guint style)
{
	return (style & RC_BOLD ? 2 : 0) + (style & RC_ITALIC ? 1 : 0);
}

static void
emit_run(struct emit *emit, const struct rc_event *event)
{
	turn(emit, event->close, -1);
	copy(emit, event->at, event->len - cost(event->close) -
	    cost(event->open));
	turn(emit, event->open, 1);
}

static void
emit_tag(struct emit *emit, const struct rc_event *event)
{
	if (!event->open && !event->close)
		copy(emit, event->at, event->len);
	turn(emit, event->close, -1);
	turn(emit, event->open, 1);
}

static void
emit_link(struct emit *emit, const struct rc_event *event)
{
	const struct rc_event *stop;
	const char *target, *end;
	gsize len;

	if (!event->open) {
		copy(emit, event->at, event->len);
		return;
	}
	stop = &g_array_index(emit->in->events, struct rc_event,
	    event->arg - 1);
	if (!stop->open)
		return;
	target = emit->source + stop->arg;
	end = emit->source + stop->at + stop->len;
	len = target_end(target, end) - target;
	turn(emit, RC_LINK, 1);
	if (emit->count[LINK_BIT] == 1)
		emit->href = len == 0 || (len == 1 && *target == '#') ? "" :
		    g_string_chunk_insert_len(emit->in->text->chunk, target,
		        len);
}

static void
emit_raised(struct emit *emit, const struct rc_event *event)
{
	turn(emit, RC_SUPER, 1);
	copy(emit, event->at + event->arg,
	    event->len - event->arg - event->close);
	turn(emit, RC_SUPER, -1);
}

static void
emit_event(struct emit *emit, const struct rc_event *event)
{
	switch (event->kind) {
	case RC_EVENT_PUT:
		turn(emit, event->open, 1);
		g_string_append_unichar(emit->in->out, event->arg);
		turn(emit, event->open, -1);
		break;
	case RC_EVENT_RUN:
		emit_run(emit, event);
		break;
	case RC_EVENT_TAG:
		emit_tag(emit, event);
		break;
	case RC_EVENT_LINK:
		emit_link(emit, event);
		break;
	case RC_EVENT_LINK_END:
		turn(emit, event->open ? RC_LINK : 0, -1);
		break;
	case RC_EVENT_RAISED:
		emit_raised(emit, event);
		break;
	default:
		break;
	}
}

/* Text between two marks. PyMuPDF4LLM sets a blank behind emphasis that ends before a
 * sign ("_Recalling_ ,"), and before what begins behind a bracket ("[ _on"). */
static void
emit_text(struct emit *emit, guint32 at, guint32 end, gboolean closed,
    gboolean opens)
{
	const char *s = emit->source;

	if (closed && end - at >= 2 && s[at] == ' ' && strchr(",.)]", s[at + 1]))
		at++;
	if (opens && end > at && end >= 2 && s[end - 1] == ' ' &&
	    strchr("([", s[end - 2]))
		end--;
	copy(emit, at, end - at);
}

static void
emit_all(struct rc_inline *in, const char *s, gsize len, guint style)
{
	struct emit emit = {.in = in, .source = s};
	gboolean closed = FALSE;
	guint32 at = 0;

	g_string_truncate(in->out, 0);
	g_array_set_size(in->spans, 0);
	turn(&emit, style, 1);
	for (guint i = 0; i < in->events->len; i++) {
		const struct rc_event *event = &g_array_index(in->events,
		    struct rc_event, i);

		emit_text(&emit, at, event->at, closed, event->kind ==
		    RC_EVENT_RUN && event->open);
		emit_event(&emit, event);
		closed = event->kind == RC_EVENT_RUN && event->close;
		at = event->at + event->len;
	}
	emit_text(&emit, at, len, closed, FALSE);
	end_span(&emit);
}

gboolean
rc_inline_para(struct rc_inline *in, const char *s, gsize len, guint32 style,
    const struct rc_place *at, struct rc_para *para, GError **error)
{
	if (!scan_source(in, s, len, error))
		return FALSE;
	if (!in->events->len && !style) {
		*para = rc_para_make(in->text, s, len, at);
		return TRUE;
	}
	emit_all(in, s, len, style);
	*para = rc_para_make(in->text, in->out->str, in->out->len, at);
	for (guint i = 0; i < in->spans->len; i++) {
		const struct rc_span *span = &g_array_index(in->spans,
		    struct rc_span, i);

		rc_text_span(in->text, para, span->start, span->end,
		    span->style, span->href);
	}
	return TRUE;
}
