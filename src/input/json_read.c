/* json_read.c - the inverse of what the output writes. Forms of elements are
 * rows of json/form.c; here is the walk that reads them. */
#include "input/json_read.h"

#include <string.h>

#include "base/limits.h"
#include "input/json_reader.h"

/* How an object becomes an element. */
struct plan {
	const struct json_row *row;
	const char *tag;     /* with prefix */
	const char *head;    /* the key that said so; NULL */
	const char *content; /* the key of what it holds, unless by a table */
	const struct json_member *table;
	gboolean by_name;    /* "element" said so: any name space */
	gboolean merged;     /* it is the whole object */
};

static struct rc_json_frame *
top(struct rc_json *r)
{
	return &g_array_index(r->frames, struct rc_json_frame,
	    r->frames->len - 1);
}

static void
push(struct rc_json *r, struct rc_json_frame frame)
{
	g_array_append_val(r->frames, frame);
}

/* ---- attributes ---- */

static gboolean
is_space(const char *key)
{
	return g_str_has_prefix(key, "xmlns") && (!key[5] || key[5] == ':');
}

/* The members that tell beforehand what stands further down. */
static gboolean
is_summary(const char *key)
{
	static const char *const keys[] = {"resconv", "symbol", "number",
	    "title", "language", "date", "root"};

	for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
		if (strcmp(keys[i], key) == 0)
			return TRUE;
	return FALSE;
}

static gboolean
is_in_table(const struct json_member *m, const char *key)
{
	for (; m && m->key; m++)
		if (strcmp(m->key, key) == 0 ||
		    (m->how == HOW_UNWRAP && strcmp(key, "blocks") == 0))
			return TRUE;
	return FALSE;
}

/* Whether a member is read elsewhere than among the attributes. */
static gboolean
is_structure(const struct plan *plan, const char *key)
{
	if (g_strcmp0(plan->content, key) == 0 ||
	    is_in_table(plan->table, key))
		return TRUE;
	if (plan->merged && (is_summary(key) || strcmp(key, "parts") == 0))
		return TRUE;
	return json_says_tag(key) && (g_strcmp0(plan->head, key) == 0 ||
	    g_strcmp0(plan->row->key, key) == 0);
}

static void
read_attribute(struct rc_json *r, const struct plan *plan,
    const char *key, const json_t *value)
{
	const char *name = key[0] == '@' ? key + 1 : key;

	if (plan->head && strcmp(key, plan->head) == 0) {
		if (plan->row->attr && json_is_string(value))
			akn_attr(r->b, plan->row->attr,
			    rc_json_clean(r, key, value));
		else if (plan->row->attr || !json_is_true(value))
			rc_json_expected(r, key,
			    plan->row->attr ? "a string" : "true", value);
		return;
	}
	if (!json_is_string(value) ||
	    (key[0] != '@' && !json_is_attribute(name)))
		rc_json_unknown(r, key);
	else
		akn_attr_named(r->b, name, rc_json_clean(r, key, value));
}

/* What no table and no content takes is an attribute, or a slip. */
static void
read_attributes(struct rc_json *r, const struct plan *plan, json_t *object)
{
	const char *key;
	json_t *value;
	guint n = 0;

	json_object_foreach(object, key, value) {
		if (r->failed || akn_has_failed(r->b))
			return;
		if (is_space(key) || is_structure(plan, key))
			continue;
		read_attribute(r, plan, key, value);
		if (++n > RC_MAX_ATTRIBUTES)
			rc_json_over(r, RC_MAX_ATTRIBUTES,
			    "attributes of one element");
	}
}

/* ---- elements ---- */

static void
count(struct rc_json *r, enum akn_kind kind)
{
	r->notes += kind == AKN_AUTHORIAL_NOTE;
	r->cells += kind == AKN_TD || kind == AKN_TH;
	if (r->notes > RC_MAX_NOTES)
		rc_json_over(r, RC_MAX_NOTES, "notes");
	if (r->cells > RC_MAX_TABLE_CELLS)
		rc_json_over(r, RC_MAX_TABLE_CELLS, "table cells");
}

/* Open an element with the name spaces that the object (or NULL) declares. */
static void
open_tag(struct rc_json *r, const char *tag, gboolean by_name, json_t *object)
{
	struct akn_space spaces[RC_MAX_ATTRIBUTES];
	enum akn_kind kind = akn_kind_named(tag);
	const char *key;
	json_t *value;
	guint n = 0;

	json_object_foreach(object, key, value) {
		if (!is_space(key) || !json_is_string(value))
			continue;
		if (n == RC_MAX_ATTRIBUTES) {
			rc_json_over(r, n, "name spaces of one element");
			return;
		}
		spaces[n++] = (struct akn_space){key[5] ? key + 6 : NULL,
		    rc_json_clean(r, key, value)};
	}
	count(r, kind);
	if (!n && !by_name && kind != AKN_UNKNOWN)
		akn_open(r->b, kind);
	else if (!n && !by_name && g_str_has_prefix(tag, "akn4un:"))
		akn_open_own(r->b, tag + strlen("akn4un:"));
	else
		akn_open_named(r->b, tag, spaces, n);
}

/* An array of items, in the element that is open; single: they are the
 * content of the one <p> in it. */
static void
push_items(struct rc_json *r, json_t *object, const char *key,
    gboolean single)
{
	json_t *array = json_object_get(object, key);
	gboolean flows = strcmp(key, "blocks") != 0 &&
	    strcmp(key, "children") != 0;

	if (!json_is_array(array)) {
		rc_json_expected(r, key, "an array", array);
		return;
	}
	if (single)
		akn_open(r->b, AKN_P);
	push(r, (struct rc_json_frame){.what = RC_JSON_ITEMS, .value = array,
	    .key = key, .n_close = single, .flows = flows});
}

static void
push_element(struct rc_json *r, const struct plan *plan, json_t *object,
    const char *key)
{
	gboolean single = plan->row->form == FORM_HOLDER &&
	    g_strcmp0(plan->content, "content") == 0;

	open_tag(r, plan->tag, plan->by_name, object);
	push(r, (struct rc_json_frame){.what = RC_JSON_OBJECT, .value = object,
	    .key = key, .m = plan->table, .n_close = 1});
	read_attributes(r, plan, object);
	if (plan->content)
		push_items(r, object, plan->content, single);
}

/* ---- how an object is to be read ---- */

static const char *
first_of(const json_t *object, const char *const *keys)
{
	for (; *keys; keys++)
		if (json_object_get(object, *keys))
			return *keys;
	return NULL;
}

/* Where the object of a row has what it holds. */
static void
plan_content(struct plan *plan, const json_t *object)
{
	static const char *const any[] = {"mixed", "children", NULL};
	static const char *const held[] = {"content", "blocks", NULL};
	const struct json_row *row = plan->row;
	const json_t *head = plan->head && row->key && !row->attr
	    ? json_object_get(object, row->key) : NULL;
	gboolean odd = plan->by_name && first_of(object, any) &&
	    (row->form != FORM_RECORD || json_object_get(object, "mixed"));

	if (odd || row->form == FORM_OTHER)
		plan->content = first_of(object, any);
	else if (row->form == FORM_RECORD)
		plan->table = row->members;
	else if (row->form == FORM_HOLDER)
		plan->content = first_of(object, held);
	else if (json_is_array(head))
		plan->content = row->key;
	else if (json_object_get(object, "content"))
		plan->content = "content";
}

/* The tag that a member gives, or NULL and an error. */
static const char *
said_tag(struct rc_json *r, const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (json_is_string(value) && *json_string_value(value))
		return json_string_value(value);
	rc_json_expected(r, key, "the name of an element", value);
	return NULL;
}

/* ---- items of an array ---- */

/* What an object that stands in an array is: the first member that can. */
static gboolean
plan_item(struct rc_json *r, json_t *object, struct plan *plan)
{
	const char *key;
	json_t *value;

	if (json_object_get(object, "element")) {
		plan->head = "element";
		plan->by_name = TRUE;
		plan->tag = said_tag(r, object, "element");
		return plan->tag != NULL;
	}
	json_object_foreach(object, key, value) {
		if (json_says_tag(key) && json_is_string(value)) {
			plan->tag = json_string_value(value);
			plan->row = json_row_named(plan->tag);
			if (g_strcmp0(plan->row->key, key) == 0)
				plan->head = key;
		} else if ((plan->row = json_row_of_key(key, &plan->tag)) &&
		    (plan->row->attr ? json_is_string(value)
		                     : json_is_array(value) ||
		            json_is_true(value))) {
			plan->head = key;
		}
		if (plan->head)
			return TRUE;
	}
	rc_json_expected(r, NULL,
	    "an object with a member that says what it is, "
	    "such as \"p\", \"level\" or \"element\"", object);
	return FALSE;
}

static void
read_item(struct rc_json *r, json_t *value, gboolean flows)
{
	struct plan plan = {0};

	if (json_is_string(value)) {
		if (flows)
			akn_text(r->b, rc_json_clean(r, NULL, value), -1);
		else
			rc_json_expected(r, NULL, "an object", value);
		return;
	}
	if (!json_is_object(value)) {
		rc_json_expected(r, NULL, flows ? "a string or an object"
		                        : "an object", value);
		return;
	}
	if (!plan_item(r, value, &plan))
		return;
	plan.row = json_row_named(plan.tag);
	plan_content(&plan, value);
	push_element(r, &plan, value, NULL);
}

/* ---- members of an object ---- */

/* Whether a member of that key may be an element of that tag. */
static gboolean
may_be(const struct json_member *m, const char *tag)
{
	const char *key = m->key;

	for (; m->key && strcmp(m->key, key) == 0; m++)
		if (strcmp(m->tag, tag) == 0)
			return TRUE;
	return FALSE;
}

/* The object that tells an element; of several that its member may be, "type"
 * or "element" says which. NULL tag: an error was told. */
static void
read_object(struct rc_json *r, const struct json_member *m, const char *tag,
    json_t *object, const char *key)
{
	struct plan plan = {.tag = tag};
	const char *sayer = json_object_get(object, "element") ? "element" :
	    json_row_named(tag)->key &&
	        strcmp(json_row_named(tag)->key, "type") == 0 &&
	        json_object_get(object, "type") ? "type" : NULL;

	if (sayer) {
		const char *said = said_tag(r, object, sayer);

		if (!said)
			return;
		if (m && !may_be(m, said)) {
			rc_json_expected(r, key, m->tag, object);
			return;
		}
		plan.head = sayer;
		plan.by_name = strcmp(sayer, "element") == 0;
		plan.tag = said;
	}
	plan.row = json_row_named(plan.tag);
	if (plan.by_name && g_str_has_prefix(plan.tag, "akn4un:"))
		plan.by_name = FALSE;
	plan_content(&plan, object);
	if (!sayer && plan.row->form == FORM_OTHER)
		plan.content = NULL;
	push_element(r, &plan, object, key);
}

/* The value of a member: a string stands for an element of one attribute or
 * of nothing but text. */
static void
read_value(struct rc_json *r, const struct json_member *m, json_t *value,
    const char *key)
{
	enum json_form form = json_row_named(m->tag)->form;
	gboolean text = form == FORM_TEXT || form == FORM_INLINE;

	if (json_is_object(value)) {
		read_object(r, m, m->tag, value, key);
	} else if (json_is_string(value) && m->how != HOW_LIST &&
	    (m->value || text)) {
		open_tag(r, m->tag, FALSE, NULL);
		if (m->value)
			akn_attr(r->b, m->value, rc_json_clean(r, key, value));
		else
			akn_text(r->b, rc_json_clean(r, key, value), -1);
		akn_close_named(r->b);
	} else {
		rc_json_expected(r, key,
		    m->value || text ? "a string or an object" : "an object",
		    value);
	}
}

/* The resolution itself, whose members are those of the whole. */
static void
read_merged(struct rc_json *r, const struct json_member *m, json_t *object)
{
	struct plan plan = {.head = "type", .merged = TRUE};

	if (json_object_get(object, "document") &&
	    !json_object_get(object, "type")) {
		plan.row = json_row_named(akn_tag(AKN_ROOT));
		plan.content = "document";
		read_attributes(r, &plan, object);
		read_object(r, m, m->tag, json_object_get(object, "document"),
		    "document");
		return;
	}
	plan.tag = said_tag(r, object, "type");
	if (!plan.tag)
		return;
	if (!may_be(m, plan.tag)) {
		rc_json_expected(r, "type", "statement, doc, act or "
		    "documentCollection", json_object_get(object, "type"));
		return;
	}
	plan.row = json_row_named(plan.tag);
	plan.table = plan.row->members;
	open_tag(r, plan.tag, FALSE, NULL);
	push(r, (struct rc_json_frame){.what = RC_JSON_OBJECT, .value = object,
	    .m = plan.table, .n_close = 1});
	read_attributes(r, &plan, object);
}

/* <content> was left out: its content or blocks are the object's own. */
static void
read_unwrapped(struct rc_json *r, json_t *object)
{
	const char *key = json_object_get(object, "content") ? "content"
	                                                     : "blocks";

	if (!json_object_get(object, key))
		return;
	akn_open(r->b, AKN_CONTENT);
	push_items(r, object, key, strcmp(key, "content") == 0);
	if (!r->failed)
		top(r)->n_close++;
}

static void
read_array(struct rc_json *r, const struct json_member *m, json_t *value)
{
	enum rc_json_what what = m->how == HOW_REST ? RC_JSON_ITEMS :
	    m->how == HOW_LIST ? RC_JSON_LISTED : RC_JSON_VALUES;

	if (!json_is_array(value)) {
		rc_json_expected(r, m->key, "an array", value);
		return;
	}
	if (m->how == HOW_LIST)
		open_tag(r, m->tag, FALSE, NULL);
	push(r, (struct rc_json_frame){.what = what, .value = value,
	    .key = m->key, .m = m, .n_close = m->how == HOW_LIST});
}

static void
read_member(struct rc_json *r, const struct json_member *m, json_t *object)
{
	json_t *value = json_object_get(object, m->key);

	if (m->how == HOW_MERGE)
		read_merged(r, m, object);
	else if (m->how == HOW_UNWRAP)
		read_unwrapped(r, object);
	else if (!value)
		return;
	else if (m->how == HOW_SINGLE)
		push_items(r, object, m->key, TRUE);
	else if (m->how == HOW_MANY || m->how == HOW_REST ||
	    (m->how == HOW_LIST && json_is_array(value)))
		read_array(r, m, value);
	else
		read_value(r, m, value, m->key);
}

/* ---- the walk ---- */

static void
end_frame(struct rc_json *r)
{
	for (guint i = 0; i < top(r)->n_close; i++)
		akn_close_named(r->b);
	g_array_set_size(r->frames, r->frames->len - 1);
}

/* The next row of the table; rows of one key are one member. */
static void
step_object(struct rc_json *r)
{
	struct rc_json_frame *f = top(r);
	const struct json_member *m = f->m;

	if (!m || !m->key) {
		end_frame(r);
		return;
	}
	while (f->m->key && strcmp(f->m->key, m->key) == 0)
		f->m++;
	read_member(r, m, f->value);
}

static void
step_array(struct rc_json *r)
{
	struct rc_json_frame *f = top(r);
	const struct json_member *m = f->m;
	json_t *value;

	if (f->next == json_array_size(f->value)) {
		end_frame(r);
		return;
	}
	value = json_array_get(f->value, f->next++);
	if (f->what == RC_JSON_ITEMS)
		read_item(r, value, f->flows);
	else if (f->what == RC_JSON_VALUES)
		read_value(r, m, value, NULL);
	else if (json_is_object(value))
		read_object(r, NULL, m->value, value, NULL);
	else
		rc_json_expected(r, NULL, "an object", value);
}

/* The root, with the name spaces and attributes that the model has of it only
 * when they are not the usual. */
static void
open_root(struct rc_json *r, const json_t *model)
{
	const char *tag = akn_tag(AKN_ROOT);
	json_t *root = json_object_get(model, "root");
	struct plan plan = {.row = json_row_named(tag)};

	open_tag(r, tag, FALSE, root);
	read_attributes(r, &plan, root);
	push(r, (struct rc_json_frame){.what = RC_JSON_OBJECT,
	    .value = (json_t *)model, .m = plan.row->members, .n_close = 1});
}

xmlDoc *
rc_json_tree(const json_t *model, const char *data, gsize size,
    struct rc_diags *diags, GError **error)
{
	struct rc_json r = {
		.b = akn_builder_new(),
		.diags = diags,
		.error = error,
		.data = data,
		.size = size,
		.frames = g_array_new(FALSE, FALSE,
		    sizeof(struct rc_json_frame)),
		.owned = g_ptr_array_new_with_free_func(g_free),
	};
	xmlDoc *tree = NULL;

	open_root(&r, model);
	while (r.frames->len && !r.failed && !akn_has_failed(r.b)) {
		if (top(&r)->what == RC_JSON_OBJECT)
			step_object(&r);
		else
			step_array(&r);
	}
	if (!r.failed)
		tree = akn_builder_finish(r.b, error);
	akn_builder_free(r.b);
	g_array_unref(r.frames);
	g_ptr_array_unref(r.owned);
	return tree;
}
