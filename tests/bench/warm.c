/* warm.c - what a step costs in one warm process.
 *
 *     warm STEP N FILE [KEY=VALUE...]
 *
 * STEP is "read", from the bytes of FILE to the bytes of Akoma Ntoso, or the name
 * of a format, to which the document, read once, is written. Prints the median
 * of N, one before them being left out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <resconv/resconv.h>

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); /* others do not count */
	return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
need(resconv_status status, const resconv *rc)
{
	if (status == RESCONV_OK)
		return;
	fprintf(stderr, "warm: %s\n", resconv_message(rc));
	exit(1);
}

static char *
slurp(const char *path, size_t *size)
{
	FILE *in = fopen(path, "rb");
	char *data = malloc(RESCONV_MAX_INPUT_BYTES);

	if (!in || !data) {
		perror(path);
		exit(1);
	}
	*size = fread(data, 1, RESCONV_MAX_INPUT_BYTES, in);
	fclose(in);
	return data;
}

/* From bytes, or, given a document, from that, to the bytes of a format. */
static void
step(resconv *rc, const char *data, size_t size, const resconv_doc *doc,
    const char *format)
{
	resconv_doc *own = NULL;
	char *written;

	if (!doc)
		need(resconv_read(rc, data, size, NULL, NULL, &own), rc);
	need(resconv_write_memory(rc, doc ? doc : own, format, &written, &size),
	    rc);
	resconv_memory_free(written);
	resconv_doc_free(own);
}

int
main(int argc, char **argv)
{
	resconv *rc = resconv_new();
	resconv_doc *doc = NULL;
	int n = argc > 3 ? atoi(argv[2]) : 0;
	double *times = calloc(n + 1, sizeof(*times));
	size_t size;
	char *data;

	if (!rc || n < 1 || !times) {
		fprintf(stderr, "usage: warm STEP N FILE [KEY=VALUE...]\n");
		return 2;
	}
	for (int i = 4; i < argc; i++) {
		char *equals = strchr(argv[i], '=');

		*equals = '\0';
		need(resconv_set(rc, argv[i], equals + 1), rc);
	}
	data = slurp(argv[3], &size);
	if (strcmp(argv[1], "read") != 0)
		need(resconv_read(rc, data, size, NULL, NULL, &doc), rc);
	for (int i = 0; i <= n; i++) { /* the first is not counted */
		double begun = now();

		step(rc, data, size, doc, doc ? argv[1] : "akn");
		times[i] = now() - begun;
	}
	qsort(times + 1, n, sizeof(*times), by_size);
	printf("=> %.1f us/doc\n", times[1 + n / 2]);
	resconv_doc_free(doc);
	resconv_free(rc);
	free(data);
	free(times);
	return 0;
}
