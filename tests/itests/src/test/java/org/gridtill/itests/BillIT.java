package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridtill.build.same.Archive;
import org.gridtill.build.same.Entry;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Holds the archive that is shipped against its bill of materials, which was made from the folder
 * that it was packed from.
 */
public class BillIT {

  private static final Pattern JAR =
      Pattern.compile(
          "\"hashes\": \\[\\{ \"alg\": \"SHA-256\", \"content\": \"([0-9a-f]{64})\" }]"
              + ".*?\"location\": \"([^\"]+)\"",
          Pattern.DOTALL);

  private static final Path ASSEMBLY = Path.of("..", "..", "karaf-assembly", "target");

  private static List<Entry> shipped;
  private static String bill;

  @BeforeClass
  public static void read() throws IOException {
    try (Stream<Path> files = Files.list(ASSEMBLY)) {
      Path archive =
          files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
      shipped = Archive.entries(archive);
    }
    bill = Files.readString(ASSEMBLY.resolve("assembly/bom.json"));
  }

  @Test
  public void everyJarIsInTheBillAndNoOther() {
    List<String> jars =
        shipped.stream()
            .filter(entry -> entry.name().endsWith(".jar"))
            .map(entry -> entry.sha256() + " " + entry.name().replaceFirst("^[^/]+/", ""))
            .toList();

    assertThat(jars).hasSizeGreaterThan(100);
    assertThat(inTheBill()).containsExactlyInAnyOrderElementsOf(jars);
  }

  @Test
  public void whatWeHavePackedOurselvesIsInTheBill() {
    assertThat(bill)
        .contains("\"pkg:maven/org.apache.derby/derby@")
        .contains("\"pkg:maven/io.github.resilience4j/resilience4j-circuitbreaker@")
        .contains("\"pkg:maven/net.sf.j8583/j8583@");
  }

  @Test
  public void billLicenseAndNoticeAreShipped() {
    assertThat(shipped)
        .extracting(entry -> entry.name().replaceFirst("^[^/]+/", ""))
        .contains("bom.json", "LICENSE", "NOTICE");
  }

  @Test
  public void noProgramIsShippedThatTheBillCannotName() {
    assertThat(shipped)
        .extracting(Entry::name)
        .noneMatch(name -> name.matches(".*\\.(exe|dll|so|dylib|war|ear|kar|zip)"));
  }

  private static List<String> inTheBill() {
    Matcher jars = JAR.matcher(bill);
    return jars.results().map(jar -> jar.group(1) + " " + jar.group(2)).toList();
  }
}
