/* repeat.c - convert one file to a format so many times in one process, for
 * counting what each time after the first costs.
 *
 *     budget-repeat N FORMAT FILE */
#include <stdio.h>
#include <stdlib.h>

#include <resconv/resconv.h>

static int
fail(const resconv *rc)
{
	fprintf(stderr, "budget-repeat: %s\n", resconv_message(rc));
	return 1;
}

int
main(int argc, char **argv)
{
	resconv *rc = resconv_new();
	int n = argc == 4 ? atoi(argv[1]) : 0;

	if (!rc || n < 1) {
		fprintf(stderr, "usage: budget-repeat N FORMAT FILE\n");
		return 2;
	}
	while (n-- > 0) {
		resconv_doc *doc;
		char *data;
		size_t size;

		if (resconv_read_file(rc, argv[3], NULL, &doc) != RESCONV_OK ||
		    resconv_write_memory(rc, doc, argv[2], &data, &size) !=
		        RESCONV_OK)
			return fail(rc);
		resconv_memory_free(data);
		resconv_doc_free(doc);
	}
	resconv_free(rc);
	return 0;
}
