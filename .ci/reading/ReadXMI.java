import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/** Loads XMI with Apache UIMA itself: java ReadXMI.java FOLDER; counts what it finds. */
public class ReadXMI {
	public static void main(String[] args) throws Exception {
		TypeSystemDescription types = UIMAFramework.getXMLParser()
			.parseTypeSystemDescription(new XMLInputSource(args[0] + "/TypeSystem.xml"));
		int n = 0;
		for (Path file : Files.list(Path.of(args[0])).filter(p -> p.toString().endsWith(".xmi")).sorted().toList()) {
			CAS cas = CasCreationUtils.createCas(types, null, null);
			try (FileInputStream in = new FileInputStream(file.toFile())) {
				XmiCasDeserializer.deserialize(in, cas);
			}
			for (AnnotationFS a : cas.getAnnotationIndex(cas.getTypeSystem().getType("webanno.custom.Quotation"))) {
				a.getCoveredText();
				n++;
			}
		}
		if (n == 0) throw new Exception("no quotation was read");
		System.out.println("xmi: UIMA reads " + n + " quotations");
	}
}
