/* docx.h - the text of a Word file on its way into the text model: what the
 * sources of that way share. docx.c opens the file and says in what order its
 * parts are read, docx_body.c walks over one, docx_add.c adds what is found;
 * notes, fields, tables and text boxes have a file each. */
#ifndef RC_INPUT_DOCX_H
#define RC_INPUT_DOCX_H

#include "base/diag.h"
#include "input/docx_line.h"
#include "input/docx_number.h"
#include "input/docx_rels.h"
#include "input/docx_style.h"

/* What the part being read is. */
enum docx_area {
	DOCX_AREA_BODY,
	DOCX_AREA_HEAD,    /* of the first page */
	DOCX_AREA_FOOT,    /* the same */
	DOCX_AREA_NOTES,
	DOCX_AREA_DROPPED, /* a running head, reviewers' comments */
};

/* The paragraph being read; that in a text box stands before the one that the
 * box is in is done. */
struct docx_para {
	struct docx_line line;
	const struct docx_style *style;
	const struct docx_style *run_style;
	struct docx_look run;   /* direct formatting */
	int list, level;        /* its own, not the style's; -1 unsaid */
	gboolean numbered;      /* its number was written, or it has none */
	gboolean goes_on;       /* its end was deleted */
	guint marking;          /* the note, plus 1, whose mark the run prints */
	const char *href;       /* of the hyperlink that is open */
};

/* A field: its code, then what it came to. */
struct docx_field {
	GString *code;
	gboolean shown;         /* the code has ended */
	gboolean dropped;       /* the result is not read */
	const char *href;
};

struct docx_mark { /* a bookmark that is open */
	int id;
	char *name;
};
#define DOCX_OPEN_MARKS 16u

/* A note of the file. */
struct docx_note {
	guint32 para, n_paras;  /* into note_paras */
	guint note;             /* into notes, plus 1; 0 not called yet */
	guint number;           /* if it has no mark of its own */
};

enum docx_note_kind { DOCX_FOOT, DOCX_END, DOCX_NOTE_KINDS };

struct docx_notes {
	GHashTable *all;        /* id to struct docx_note */
	guint8 format;          /* enum docx_format */
	guint first, n;         /* the first number; how many have one */
};

/* A note that was typed as a paragraph. */
struct docx_star {
	guint note;             /* into notes */
	guint para;             /* how many paragraphs stood before it */
	gboolean foot, called;
};

/* The open table. */
struct docx_table {
	guint depth;            /* tables open: 0 none, 2 one in a cell */
	gboolean flat;          /* its cells are read as paragraphs */
	gboolean header, gone;  /* of the row */
	gboolean any_header;    /* a row said that it is one */
	gboolean goes_on;       /* the row of a table in a cell has begun */
	guint first_para, first_cell, column, n_rows;
	guint span;             /* of the cell */
	guint8 merge;           /* enum, see docx_table.c */
	struct docx_line cell;
	guint tops[RC_MAX_TABLE_COLUMNS]; /* the cell, plus 1, that goes on */
};

/* A head or foot that a section names. */
struct docx_edge {
	guint section;          /* from 1 */
	gboolean foot, first, even;
	char *id;
};

struct docx_reader {
	struct rc_text *text;
	struct rc_diags *diags;
	const struct docx_file *file;
	GHashTable *main_rels;  /* relationships of the document; borrowed */
	GHashTable *rels;       /* of the part being read, or NULL */
	struct docx_styles styles;
	const char *numbers;    /* the part with the lists, or NULL */
	struct docx_numbering numbering; /* read when a paragraph is in one */
	struct docx_notes notes[DOCX_NOTE_KINDS];
	enum docx_area area;
	struct docx_xml *xml;   /* the part being read */

	struct docx_para paras[RC_MAX_BOXES + 1];
	struct docx_para *para; /* the innermost */
	GPtrArray *boxed;       /* struct docx_line *, of closed text boxes */
	struct docx_field fields[RC_MAX_FIELDS];
	guint n_fields;
	struct docx_table table;

	struct docx_mark marks[DOCX_OPEN_MARKS];
	guint n_marks;
	GHashTable *marked;     /* name of a bookmark to a note, plus 1 */
	GHashTable *by_marker;  /* marker to a note, plus 1 */
	GArray *stars;          /* struct docx_star */
	struct docx_note *noted;  /* the one being read */
	enum docx_note_kind note_kind; /* of the part being read */

	GArray *edges;          /* struct docx_edge */
	guint section;          /* how many were seen */
	gboolean title_page;    /* the first section has one */
	guint8 formats[DOCX_NOTE_KINDS]; /* of notes, plus 1, by a section */

	GString *dropped;       /* text of DOCX_AREA_DROPPED */
	GString *hidden;        /* text of the run */
	guint n_paras;          /* of the part so far: the line of a place */
	guint empty;            /* empty paragraphs since the last */
	gboolean printed;       /* something was added from the body */
	gboolean titled;        /* the title was */
	guint n_changes, n_pictures, n_comments;
};

/* ---- docx_body.c ---- */

/* Read a part: document, header, footer, footnotes, endnotes. FALSE: damaged,
 * or over a limit. */
gboolean docx_part_read(struct docx_reader *r, const char *name,
    enum docx_area area, GError **error);

/* ---- docx_add.c ---- */

/* Text in the look of the run. */
void docx_put(struct docx_reader *r, const char *s, gsize len);
/* A character of a font of signs. */
void docx_put_symbol(struct docx_reader *r, const char *font, gunichar c);
void docx_put_break(struct docx_reader *r);
void docx_begin_para(struct docx_reader *r);
void docx_end_para(struct docx_reader *r);
/* The run ends: what of it was hidden is told. */
void docx_end_run(struct docx_reader *r);
void docx_page(struct docx_reader *r);
/* Tell what was gathered of a part that is left out. */
void docx_tell_dropped(struct docx_reader *r, enum rc_diag_kind kind);
/* Where a finished line goes: a text box, a cell, the text, a note. */
void docx_deliver(struct docx_reader *r, struct docx_line *line);
/* Write the number of the paragraph, if that was not done. */
void docx_number_para(struct docx_reader *r);
/* Nothing more is read; the error is kept once. */
void docx_fail(struct docx_reader *r, guint limit, const char *what);

/* ---- docx_note.c ---- */

void docx_notes_init(struct docx_notes *notes, guint8 format);
void docx_notes_done(struct docx_notes *notes);
void docx_note_begin(struct docx_reader *r, struct docx_xml *x);
void docx_note_end(struct docx_reader *r);
/* A reference to a note: a call of it. */
void docx_note_call(struct docx_reader *r, struct docx_xml *x,
    enum docx_note_kind kind);
/* The mark that a run prints for its note; TRUE if the text was one. */
gboolean docx_note_mark(struct docx_reader *r, const char *s, gsize len);
/* w:footnotePr, w:endnotePr: their format. */
void docx_note_property(struct docx_reader *r, struct docx_xml *x,
    enum docx_tag tag);
void docx_mark_begin(struct docx_reader *r, struct docx_xml *x);
void docx_mark_end(struct docx_reader *r, struct docx_xml *x);
/* Raised numbers that name a note called before are further calls of it;
 * brackets round a call are none of the text. */
void docx_find_calls(struct docx_reader *r, struct docx_line *line);
/* In the text of a note nothing is left of its own mark but the brackets. */
void docx_cut_own_mark(struct docx_line *line);
/* A section said the format after the notes were numbered: number anew. */
void docx_renumber_notes(struct docx_reader *r);

/* ---- docx_star.c ---- */

/* Whether a paragraph is a note that was typed; it is taken as one then. */
gboolean docx_star_take(struct docx_reader *r, struct docx_line *line);
/* When all is read: put the calls of typed notes where their stars are. before:
 * paragraphs that have come before those of the body since. */
void docx_stars_call(struct docx_reader *r, guint before);

/* ---- docx_field.c ---- */

void docx_field_char(struct docx_reader *r, struct docx_xml *x);
void docx_field_begin(struct docx_reader *r, const char *code);
void docx_field_end(struct docx_reader *r);
/* Text where a field's code is: TRUE if it was taken, or is dropped. */
gboolean docx_field_takes(struct docx_reader *r, enum docx_tag tag,
    const char *s, gsize len);
/* Whether what stands here is not read: it is in a code or a result that is
 * dropped. */
gboolean docx_field_hides(struct docx_reader *r);
/* The address of the innermost field or hyperlink, or NULL. */
const char *docx_href(const struct docx_reader *r);

/* ---- docx_table.c ---- */

void docx_table_start(struct docx_reader *r, struct docx_xml *x,
    enum docx_tag tag);
void docx_table_end(struct docx_reader *r, enum docx_tag tag);
/* Whether lines go into a cell. */
gboolean docx_in_cell(const struct docx_reader *r);
/* A paragraph as a line of the cell; in a table within it, of its row. */
void docx_add_to_cell(struct docx_reader *r, const struct docx_line *line);

/* ---- docx_box.c ---- */

void docx_box_begin(struct docx_reader *r);
void docx_box_end(struct docx_reader *r);
/* Deliver the lines of the boxes in the paragraph that has ended. */
void docx_box_flush(struct docx_reader *r);

/* ---- docx_props.c ---- */

/* What docProps/custom.xml and core.xml say. FALSE: damaged. */
gboolean docx_props_read(const struct docx_file *file, struct rc_text *text,
    GError **error);

#endif
