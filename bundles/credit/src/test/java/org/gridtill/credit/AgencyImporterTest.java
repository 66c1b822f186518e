package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Agencies.Contact;
import org.gridtill.api.platform.credit.AgencyImport.Imported;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.files.BadFileException;
import org.gridtill.api.platform.files.BadFileException.BadLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgencyImporterTest {

  private static final String HEADER = "type,code,collector,name,parent,limit,contact,language\n";

  private final Desk desk = new Desk();
  private final AgencyImporter importer = new AgencyImporter(desk.database.jpa(), desk.limits);

  @AfterEach
  void close() {
    desk.close();
  }

  private Imported load(String... lines) {
    try {
      return importer.importFrom(
          new StringReader(HEADER + String.join("\n", lines) + "\n"), "anna");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void importsParentsThatStandLaterAndAsksForLimits() {
    desk.agency("P001", null, "900.00");
    Imported imported =
        load(
            "collector,A002,C01,Carl,,100.00,13800000000,en",
            "agency,A002,,\"Riverside, the shop\",A001,500,,",
            "agency,A001,,Riverside,P001,,021-5555,zh");

    assertThat(imported).isEqualTo(new Imported(2, 1));
    CreditLine shop = desk.line(Holder.agency("A002"));
    assertThat(shop.name()).isEqualTo("Riverside, the shop");
    assertThat(shop.parentCode()).isEqualTo("A001");
    assertThat(shop.limit()).as("a second person decides").isEqualTo(Money.ZERO);
    assertThat(desk.line(Holder.agency("A001")).parentCode()).isEqualTo("P001");
    Holder carl = new Holder("A002", "C01");
    assertThat(desk.register.contact(carl)).isEqualTo(new Contact("13800000000", "en"));
    assertThat(desk.limits.requests())
        .extracting(
            request -> request.holder() + " " + request.limit() + " " + request.requestedBy())
        .containsExactly("A002 500.00 anna", "A002/C01 100.00 anna");
    desk.limits.authorize(carl, Money.parse("100.00"), "bert");
    desk.limits.authorize(Holder.agency("A002"), Money.parse("500.00"), "bert");
    desk.limit(Holder.agency("A001"), "500.00");
    assertThat(desk.credit.reserve(carl, Money.parse("100.00"), Desk.PAYMENT)).isEmpty();
    assertThat(desk.line(Holder.agency("P001")).reserved()).isEqualTo(Money.parse("100.00"));
  }

  @Test
  void namesEachBadLineAndImportsNothing() {
    desk.agency("A001", null, "100.00");
    desk.agency("A009", null, "100.00");
    desk.register.close(Holder.agency("A009"), "anna", "gives up");

    assertThatThrownBy(
            () ->
                load(
                    "agency,A001,,Riverside,,,,",
                    "agency,A002,,Hillside,,,,",
                    "agency,A002,,Hillside again,,,,",
                    "agency,A003,,Nowhere,A008,,,",
                    "agency,A004,,Closed,A009,,,",
                    "shop,A005,,Shop,,,,",
                    "agency,A 6,,Space,,,,",
                    "collector,A002,,Nobody,,,,",
                    "collector,A002,C01,Carl,A001,,,",
                    "agency,A007,C01,Both,,,,",
                    "agency,A010,,,,,,",
                    "agency,A011,,Rich,,-1,,",
                    "agency,A012,,French,,,,fr",
                    "agency,A013,,Ring,A014,,,",
                    "agency,A014,,Ring,A013,,,",
                    "collector,A099,C01,Lost,,,,"))
        .isInstanceOfSatisfying(
            BadFileException.class,
            bad ->
                assertThat(bad.lines())
                    .containsExactly(
                        new BadLine(2, "A001 exists"),
                        new BadLine(4, "A002 stands in line 3, too"),
                        new BadLine(5, "there is no agency A008"),
                        new BadLine(6, "A009 is closed"),
                        new BadLine(7, "the type is agency or collector, not shop"),
                        new BadLine(8, "wrong agency code: A 6"),
                        new BadLine(9, "a collector needs a code"),
                        new BadLine(10, "a collector stands below its agency, and has no parent"),
                        new BadLine(11, "an agency has no collector's code"),
                        new BadLine(12, "the name must have 1 to 100 characters"),
                        new BadLine(13, "a limit is from 0.00 to 1000000000000.00, not -1.00"),
                        new BadLine(14, "the language is zh or en, not fr"),
                        new BadLine(15, "A013 is below itself"),
                        new BadLine(16, "A014 is below itself"),
                        new BadLine(17, "there is no agency A099")));
    assertThat(desk.credit.list())
        .extracting(line -> line.holder().toString())
        .containsExactly("A001", "A009");
  }

  @Test
  void keepsTheNumberOfLevels() {
    desk.agency("P001", null, "900.00");
    desk.agency("P002", "P001", "900.00");

    assertThat(load("agency,P003,,Third,P002,,,", "agency,P004,,Fourth,P003,,,").agencies())
        .isEqualTo(2);
    assertThatThrownBy(() -> load("agency,P005,,Fifth,P004,,,"))
        .isInstanceOfSatisfying(
            BadFileException.class,
            bad ->
                assertThat(bad.lines())
                    .containsExactly(
                        new BadLine(2, "more than 4 agencies would stand above one another")));
    assertThat(load("collector,P004,C01,Carl,,,,").collectors()).isOne();
  }

  @Test
  void leavesNothingIfItFailsAtTheEnd() {
    desk.database.failNextCommit();
    assertThatThrownBy(() -> load("agency,A001,,Riverside,,5,,"))
        .hasMessage("the database is away");
    assertThat(desk.credit.list()).isEmpty();
    assertThat(desk.limits.requests()).isEmpty();
    assertThat(load("agency,A001,,Riverside,,5,,").agencies()).isOne();
  }

  @Test
  void ofTwoWhoImportTheSameOneDoes() throws Exception {
    List<String> outcomes =
        Together.outcomes(
            List.of(
                () -> load("agency,A001,,Riverside,,5,,"),
                () -> load("agency,A001,,Riverside,,5,,")));
    assertThat(outcomes).filteredOn(words -> !words.startsWith("failed")).hasSize(1);
    assertThat(desk.credit.list()).hasSize(1);
  }
}
