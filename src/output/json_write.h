/* json_write.h - JSON as it comes: no value is kept. Own code and not a
 * library's tree of values, whose making takes ten times as long. */
#ifndef RC_OUTPUT_JSON_WRITE_H
#define RC_OUTPUT_JSON_WRITE_H

#include <glib.h>

struct json_writer {
	GString *out;     /* not owned */
	guint indent;     /* spaces a level; 0: one line */
	GByteArray *open; /* what ends each object and array that is open */
	gboolean first;   /* nothing stands yet in the innermost */
	gboolean keyed;   /* a key stands before what comes next */
};

void json_writer_init(struct json_writer *w, GString *out, guint indent);
void json_writer_done(struct json_writer *w);
/* The key of the member whose value comes next: a name of XML, or a word of
 * ours, which needs no escape. */
void json_key(struct json_writer *w, const char *key);
void json_string(struct json_writer *w, const char *value);
/* Anything else that is one word: a number, true. */
void json_word(struct json_writer *w, const char *word);
void json_open_object(struct json_writer *w);
void json_open_array(struct json_writer *w);
/* End the n innermost objects and arrays. */
void json_close(struct json_writer *w, guint n);
/* A member that is a string. */
void json_member(struct json_writer *w, const char *key, const char *value);

#endif
