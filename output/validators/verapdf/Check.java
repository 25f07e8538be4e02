import java.io.FileInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Holds PDF files to one profile: Check PROFILE FILE..., where PROFILE is a
 * veraPDF flavour such as ua1 (PDF/UA-1) or 2a (PDF/A-2a).
 *
 * <p>Prints one line for each rule that a file breaks, with tabs between the
 * fields: file, clause-test, number of failed checks, message, first place. A
 * file that keeps every rule prints "file, ok, number of checks". Exit status: 0
 * all keep the rules, 1 some break them, 2 a file could not be read.
 */
public class Check {
	/** The checks of one rule that are kept, of which only the first is shown. */
	private static final int SHOWN = 1;

	public static void main(String[] args) {
		VeraGreenfieldFoundryProvider.initialise();
		PDFAFlavour flavour = PDFAFlavour.byFlavourId(args[0]);
		if (flavour == PDFAFlavour.NO_FLAVOUR) {
			System.err.println("no such profile: " + args[0] + "; known: " + PDFAFlavour.getFlavourIds());
			System.exit(2);
		}
		int status = 0;
		for (int i = 1; i < args.length; i++) {
			status = Math.max(status, check(flavour, args[i]));
		}
		System.exit(status);
	}

	private static int check(PDFAFlavour flavour, String file) {
		try (InputStream in = new FileInputStream(file);
				PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
				PDFAValidator validator = Foundries.defaultInstance()
						.createValidator(flavour, SHOWN, false, false, false)) {
			ValidationResult result = validator.validate(parser);
			if (result.isCompliant()) {
				print(file, "ok", String.valueOf(result.getTotalAssertions()));
				return 0;
			}
			printFailures(file, result);
			return 1;
		} catch (Exception e) {
			print(file, "unreadable", "1", String.valueOf(e), "");
			return 2;
		}
	}

	private static void printFailures(String file, ValidationResult result) {
		Map<RuleId, TestAssertion> first = new LinkedHashMap<>();
		for (TestAssertion a : result.getTestAssertions()) {
			if (a.getStatus() == TestAssertion.Status.FAILED) {
				first.putIfAbsent(a.getRuleId(), a);
			}
		}
		result.getFailedChecks().forEach((rule, count) -> {
			TestAssertion a = first.get(rule);
			String message = a == null ? "" : a.getErrorMessage() == null ? a.getMessage() : a.getErrorMessage();
			String place = a == null ? "" : a.getLocation().getContext();
			print(file, rule.getClause() + "-" + rule.getTestNumber(), count.toString(), message, place);
		});
	}

	private static void print(String... fields) {
		for (int i = 0; i < fields.length; i++) {
			fields[i] = fields[i].replaceAll("\\s+", " ");
		}
		System.out.println(String.join("\t", fields));
	}
}
