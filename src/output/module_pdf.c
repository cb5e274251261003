/* module_pdf.c - what the module resconv-pdf offers. */
#include <glib.h>

#include "output/boxes.h"
#include "output/pdf.h"

/* The outputs of this module; NULL ends them. */
RESCONV_API const struct rc_output *const *resconv_module_outputs(void);

const struct rc_output *const *
resconv_module_outputs(void)
{
	static const struct rc_output *const outputs[] = {
		&rc_output_pdf,
		&rc_output_boxes,
		NULL,
	};

	return outputs;
}
