/* emphasis.c - runs of * and _: which emphasis they end and begin.
 *
 * The texts are extractions that glue stretches together, so that "***" may
 * end bold and begin italic. What is open decides, not the length of the run:
 * bold stands for two marks, italic for one, and each is open or not. */
#include "input/inline.h"

#include "text/char.h"

/* RC_BOLD and RC_ITALIC, numbered so that a set costs as many marks. */
enum { ITALIC = 1, BOLD = 2, BOTH = 3 };

#define LONGEST_RUN 6u       /* of "*": all ends and all begins */
#define LONGEST_WORD_RUN 3u  /* of "_": longer ones are ruled lines */
/* With so many marks that were no emphasis, such as note marks "(India)*,",
 * one in mid word is no beginning either. */
#define MANY_STRAYS 2u
/* Emphasised punctuation, "*,*", is no longer than this in bytes. */
#define PUNCTUATION_BYTES 6

/* By what is open and the run's length: what ends and what begins. */
static const struct {
	guint8 close, open;
} choices[4][LONGEST_RUN + 1] = {
    [0] = {{0, 0}, {0, ITALIC}, {0, BOLD}, {0, BOTH}},
    [ITALIC] = {{0, 0}, {ITALIC, 0}, {0, BOLD}, {ITALIC, BOLD},
        {ITALIC, BOTH}, {ITALIC, 0}, {ITALIC, 0}},
    [BOLD] = {{0, 0}, {0, ITALIC}, {BOLD, 0}, {BOLD, ITALIC}, {BOLD, BOLD},
        {BOLD, BOTH}, {BOLD, 0}},
    [BOTH] = {{0, 0}, {ITALIC, 0}, {BOLD, 0}, {BOTH, 0}, {BOTH, ITALIC},
        {BOTH, BOLD}, {BOTH, BOTH}},
};

/* A run of marks and what stands at its sides. */
struct run {
	const char *s, *end;    /* its first mark, the end of the paragraph */
	guint len;
	gunichar before, after; /* 0 at the edge */
};

static struct run
run_at(const char *start, const char *s, const char *end)
{
	struct run run = {.s = s, .end = end};

	while (s + run.len < end && s[run.len] == *s)
		run.len++;
	run.before = rc_char_before(start, s);
	run.after = rc_char_at(s + run.len, end);
	return run;
}

/* The next run of the same mark; its len is 0 if there is none. */
static struct run
next_run(const struct run *run)
{
	const char *s = run->s + run->len;

	while (s < run->end && *s != *run->s)
		s += *s == '\\' && s + 1 < run->end ? 2 : 1;
	return s < run->end ? run_at(run->s, s, run->end) :
	    (struct run){.s = run->end, .end = run->end};
}

static guint
open_set(const struct rc_emphasis *emphasis)
{
	return (emphasis->open[0] ? ITALIC : 0) |
	    (emphasis->open[1] ? BOLD : 0);
}

/* Whether a run ends what the one before it has begun. */
static gboolean
is_partner(const struct run *next, const struct run *run)
{
	return next->len == run->len && !rc_is_blank(next->before) &&
	    !rc_is_word(next->after);
}

/* Emphasis seldom begins with a comma or the like: punctuation alone, "*,*",
 * or all there is in a paragraph, "Nations*, Treaty Series*, vol. 1". */
static gboolean
may_open_punctuation(const struct run *run)
{
	struct run next = next_run(run);

	if (next.len && next.s - run->s - run->len <= PUNCTUATION_BYTES)
		return TRUE;
	return rc_is_word(run->before) && is_partner(&next, run) &&
	    !next_run(&next).len;
}

static gboolean
may_open(const struct rc_emphasis *emphasis, const struct run *run)
{
	if (rc_is_blank(run->after))
		return FALSE;
	if (emphasis->words && rc_is_word(run->before))
		return FALSE;
	if (emphasis->strays >= MANY_STRAYS &&
	    (rc_is_word(run->before) || rc_is_closing(run->before)))
		return FALSE;
	return !rc_is_closing(run->after) || may_open_punctuation(run);
}

static gboolean
may_close(const struct rc_emphasis *emphasis, const struct run *run)
{
	return !rc_is_blank(run->before) &&
	    !(emphasis->words && rc_is_word(run->after));
}

static const guint32 styles[4] = {
    0, RC_ITALIC, RC_BOLD, RC_BOLD | RC_ITALIC};

static void
forget(struct rc_emphasis *emphasis, GArray *events, guint set)
{
	for (guint i = 0; i < 2; i++) {
		if (!(set & 1u << i) || !emphasis->open[i])
			continue;
		g_array_index(events, struct rc_event,
		    emphasis->open[i] - 1).open &= ~styles[1u << i];
		emphasis->open[i] = 0;
	}
}

static void
apply(struct rc_emphasis *emphasis, GArray *events, guint close, guint open)
{
	struct rc_event *event = &g_array_index(events, struct rc_event,
	    events->len - 1);

	event->close = styles[close];
	event->open = styles[open];
	for (guint i = 0; i < 2; i++) {
		if (close & 1u << i)
			emphasis->open[i] = 0;
		if (open & 1u << i)
			emphasis->open[i] = events->len;
	}
}

/* Two marks while italic is open: "*a **b** c*", or "*a**b*" glued. */
static void
choose_pair(struct rc_emphasis *emphasis, GArray *events,
    const struct run *run)
{
	struct run next = next_run(run);

	if (next.len == 0)
		apply(emphasis, events, ITALIC, 0);
	else if (next.len == 1 && !rc_is_blank(run->before))
		apply(emphasis, events, ITALIC, ITALIC);
	else
		apply(emphasis, events, 0, BOLD);
}

/* A run that by its sides could only begin what is open already. If its
 * partner follows, then what was open was no mark; else the blank is on the
 * wrong side of an end: "*Recalling *its". */
static void
choose_again(struct rc_emphasis *emphasis, GArray *events,
    const struct run *run)
{
	struct run next = next_run(run);

	if (is_partner(&next, run)) {
		forget(emphasis, events, run->len);
		apply(emphasis, events, 0, run->len);
	} else {
		apply(emphasis, events, run->len, 0);
	}
}

static void
choose_open(struct rc_emphasis *emphasis, GArray *events,
    const struct run *run)
{
	guint set = open_set(emphasis);

	if (run->len > BOTH)
		return;
	if (run->len == set && !emphasis->words)
		choose_again(emphasis, events, run);
	else
		apply(emphasis, events, 0, run->len & ~set);
}

/* "****" with blanks around it is bold with nothing in it. */
static gboolean
is_empty_bold(const struct run *run)
{
	return *run->s == '*' && run->len == 2 * BOLD &&
	    rc_is_blank(run->before) && rc_is_blank(run->after);
}

void
rc_emphasis_run(struct rc_emphasis *emphasis, GArray *events,
    const char *start, const char *s, const char *end)
{
	struct run run = run_at(start, s, end);
	guint set = open_set(emphasis);
	gboolean open, close;

	if (run.len > (emphasis->words ? LONGEST_WORD_RUN : LONGEST_RUN))
		return;
	if (is_empty_bold(&run)) {
		g_array_index(events, struct rc_event,
		    events->len - 1).kind = RC_EVENT_DROP;
		return;
	}
	open = may_open(emphasis, &run);
	close = may_close(emphasis, &run);
	if (!set && !open && close)
		emphasis->strays++;
	else if (close && !open && set == ITALIC && run.len == BOLD)
		apply(emphasis, events, ITALIC, 0);
	else if (close && open && set == ITALIC && run.len == BOLD)
		choose_pair(emphasis, events, &run);
	else if (close)
		apply(emphasis, events, choices[set][run.len].close,
		    open ? choices[set][run.len].open : 0);
	else if (open)
		choose_open(emphasis, events, &run);
}

void
rc_emphasis_end(struct rc_emphasis *emphasis, GArray *events)
{
	forget(emphasis, events, BOTH);
}
