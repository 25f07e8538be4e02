import com.adobe.epubcheck.tool.EpubChecker;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Runs EPUBCheck on many books in one Java machine, since each start takes
 * seconds: arguments are pairs of a book and the JSON report to write for it.
 * What EPUBCheck would say on the console is left out; it is in the reports.
 */
public class Check {
	public static void main(String[] args) {
		PrintStream out = System.out;
		PrintStream silence = new PrintStream(OutputStream.nullOutputStream());
		System.setOut(silence);
		System.setErr(silence);
		for (int i = 0; i + 1 < args.length; i += 2) {
			new EpubChecker().run(new String[] {args[i], "--json", args[i + 1], "--quiet", "--locale", "en"});
		}
		out.println("checked " + args.length / 2);
	}
}
