/* facts.h - what the masthead, the running heads and the foot say. */
#ifndef RC_TYPESET_FACTS_H
#define RC_TYPESET_FACTS_H

#include <glib.h>
#include <libxml/tree.h>

#define RC_N_DISTRIBUTION 5

/* Strings are owned; empty where the tree does not say. */
struct rc_facts {
	char *lang;       /* "en" */
	char *actor;      /* "unga" */
	char *symbol;     /* "A/RES/99/901" */
	char *mark;       /* of the note on the symbol: "*" */
	char *title;      /* for the running head */
	char *job;        /* "44-99901 (E)" */
	char *date;       /* issued, else adopted: "2044-12-14" */
	char *publisher, *organ;
	/* distribution, date, a copy's language, the original's: as printed */
	char *distribution[RC_N_DISTRIBUTION];
};

void rc_facts_init(struct rc_facts *facts, const xmlDoc *doc);
void rc_facts_done(struct rc_facts *facts);

/* The web address that a reference leads to, or NULL if it leads nowhere. The
 * address of a work is that of its symbol in the language; yours. */
char *rc_facts_address(const struct rc_facts *facts, const char *href);

#endif
