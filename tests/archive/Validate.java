import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF says against files as PDF/A-3a and PDF/UA-1: a line a rule. */
public class Validate {
    private static final PDFAFlavour[] FLAVOURS = {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1};

    private static int judge(String file, PDFAFlavour flavour) throws Exception {
        Map<String, Integer> broken = new TreeMap<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(
                 new FileInputStream(file), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(
                 flavour, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion test : result.getTestAssertions())
                if (test.getStatus() == TestAssertion.Status.FAILED)
                    broken.merge(test.getRuleId().getClause() + "-"
                        + test.getRuleId().getTestNumber() + " " + test.getMessage(),
                        1, Integer::sum);
            if (!result.isCompliant() && broken.isEmpty())
                broken.put("is not compliant", 1);
        }
        for (Map.Entry<String, Integer> rule : broken.entrySet())
            System.out.println(file + ": " + flavour + ": " + rule.getValue() + " times "
                + rule.getKey());
        return broken.isEmpty() ? 0 : 1;
    }

    public static void main(String[] files) throws Exception {
        int bad = 0;
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files)
            for (PDFAFlavour flavour : FLAVOURS)
                bad += judge(file, flavour);
        System.out.println(files.length + " files as PDF/A-3a and PDF/UA-1, " + bad
            + " complaints");
        System.exit(bad > 0 ? 1 : 0);
    }
}
