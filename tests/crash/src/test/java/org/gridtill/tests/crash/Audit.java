package org.gridtill.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.ControlClient.Recorded;

/**
 * Compares what the parties tell: the terminals with their cards and meters, the platform's
 * journal, and the billing system.
 */
final class Audit {

  private static final String BILL_PAYMENT = "PAYMENT";

  /** The columns of a list of credit. */
  private static final int USED = 3;

  private static final int RESERVED = 4;

  private final ControlClient billing;
  private final List<Till> tills;

  Audit(ControlClient billing, List<Till> tills) {
    this.billing = billing;
    this.tills = tills;
  }

  /** Nothing is sold or undone but what a terminal knows of, and nothing twice. */
  void checkBillingSystem() {
    List<Recorded> all = billing.payments();
    assertThat(all).extracting(Recorded::serialNo).doesNotHaveDuplicates();
    Map<String, Recorded> settled = inState(all, "DONE");
    assertThat(settled.values().stream().filter(one -> one.kind().equals(BILL_PAYMENT)))
        .extracting(Recorded::consumerNo)
        .as("whose bills are paid")
        .doesNotHaveDuplicates();
    assertThat(
            all.stream().filter(one -> one.kind().equals("REVERSAL") && one.state().equals("DONE")))
        .extracting(Recorded::originalSerialNo)
        .as("what is undone")
        .doesNotHaveDuplicates();
    List<Sale> standing = sales().filter(Sale::stands).toList();
    assertThat(standing)
        .extracting(Sale::serialNo)
        .containsExactlyInAnyOrderElementsOf(settled.keySet());
    for (Sale sale : standing) {
      Recorded charge = settled.get(sale.serialNo());
      assertThat(charge.consumerNo()).isEqualTo(sale.consumer());
      assertThat(charge.amount()).isEqualByComparingTo(yuan(sale.fen()));
    }
    System.out.printf(
        "made once: %s; undone: %d%n",
        settled.values().stream()
            .collect(Collectors.groupingBy(Recorded::kind, Collectors.counting())),
        inState(all, "REVERSED").size());
  }

  /** The journal balances and holds for each agency what the billing system got from it. */
  void checkJournal(PlatformProcess platform) throws Exception {
    String journal = platform.shell("gridtill:trial-balance");
    System.out.println(journal);
    assertThat(journal).contains("balanced (").doesNotContain("NOT BALANCED");
    Map<String, BigDecimal> collected =
        inState(billing.payments(), "DONE").values().stream()
            .collect(Collectors.toMap(Recorded::agencyCode, Recorded::amount, BigDecimal::add));
    for (Map.Entry<String, BigDecimal> agency : collected.entrySet()) {
      assertThat(owed(journal, agency.getKey()))
          .as("what %s owes", agency.getKey())
          .isEqualByComparingTo(agency.getValue());
      String credit = platform.shell("gridtill:credit-list " + agency.getKey());
      assertThat(column(credit, agency.getKey(), USED)).isEqualByComparingTo(agency.getValue());
      assertThat(column(credit, agency.getKey(), RESERVED)).isEqualByComparingTo(BigDecimal.ZERO);
    }
  }

  /** Each meter has the credit that stands, and no card has any that the meter does not have. */
  void checkCards() {
    Map<String, BigDecimal> bought =
        inState(billing.payments(), "DONE").values().stream()
            .filter(one -> one.kind().startsWith("CARD_"))
            .collect(Collectors.toMap(Recorded::consumerNo, Recorded::amount, BigDecimal::add));
    for (Till till : tills) {
      for (CardCustomer customer : till.cardCustomers()) {
        assertThat(customer.isServed()).isTrue();
        assertThat(yuan(customer.meter().remaining().fen()))
            .as("the credit in the meter of %s", customer.consumer())
            .isEqualByComparingTo(bought.getOrDefault(customer.consumer(), BigDecimal.ZERO));
      }
    }
    assertThat(bought).as("somebody bought on a card").isNotEmpty();
  }

  private Stream<Sale> sales() {
    return tills.stream().flatMap(till -> till.sales().stream());
  }

  private static Map<String, Recorded> inState(List<Recorded> all, String state) {
    return all.stream()
        .filter(one -> one.state().equals(state) && !one.kind().equals("REVERSAL"))
        .filter(one -> one.amount().signum() > 0)
        .collect(Collectors.toMap(Recorded::serialNo, Function.identity()));
  }

  /** Returns what an agency and its collectors owe by the journal. */
  private static BigDecimal owed(String journal, String agency) {
    return journal
        .lines()
        .map(line -> line.split("[│|]"))
        .filter(row -> row[0].strip().matches("agency/" + agency + "|collector/" + agency + "/.*"))
        .map(row -> new BigDecimal(row[row.length - 1].strip()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal column(String table, String name, int index) {
    return new BigDecimal(row(table, name)[index].strip());
  }

  private static String[] row(String table, String name) {
    return table
        .lines()
        .map(line -> line.split("[│|]"))
        .filter(columns -> columns[0].strip().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + table));
  }

  private static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2);
  }
}
