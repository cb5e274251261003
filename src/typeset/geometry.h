/* geometry.h - the pages: where columns, masthead, head and foot stand.
 * Points; x from the side where lines start (left, in Arabic right), y down. */
#ifndef RC_TYPESET_GEOMETRY_H
#define RC_TYPESET_GEOMETRY_H

#include "typeset/typeset.h"

#define RC_N_COLUMNS 6

struct rc_spot {
	double x, y; /* y: the baseline */
};

struct rc_area {
	double x, y, width, height;
};

struct rc_geometry {
	const char *actor;   /* slug of the organ in IRIs, or NULL: any other */
	double width, height;
	enum rc_era era;
	gboolean unfitted;   /* text without letter-fit */
	double left, right;  /* the full measure */
	double cover;        /* where session and agenda item begin */
	double column[RC_N_COLUMNS], column_right;
	double narrow_right; /* of session and agenda item lines */
	double hang;         /* where the title's number ends */
	double hang_heading; /* where the number of a heading ends */
	double mark;         /* where the mark of a note ends */

	/* page 1 */
	struct rc_spot publisher, symbol, organ, distribution;
	double organ_measure;  /* room for the organ's name */
	double publisher_long; /* where a long publisher starts */
	gboolean ranged;       /* distribution.x is where its lines end */
	gboolean gap;          /* an empty line before the language lines */
	struct rc_area upper, lower, emblem; /* two rules, the emblem's frame */
	double flow_top;       /* where the text begins */
	double flow_bottom;
	struct rc_spot job_first, recycle; /* recycle: its end */
	struct rc_area code39, qr, arrows;

	/* other pages */
	double top, heading_top, bottom; /* of the text */
	double head, head_measure;       /* baseline of the running head */
	struct rc_area head_rule;
	double foot, job;                /* baselines */
	gboolean total;                  /* "2/5", not "2" */

	/* notes: height of the separator and the notes' leading above */
	double separator_height, separator_rise;
	struct rc_area separator;        /* y is not used */
	struct rc_area end_rule;         /* y: below the last baseline */
	double end_rule_least;
};

/* The page of an organ's documents issued on a date ("2044-12-14"; empty: the
 * newest). Geneva's has one era. */
struct rc_geometry rc_geometry_for(const char *actor, const char *date,
    enum rc_era era);

#endif
