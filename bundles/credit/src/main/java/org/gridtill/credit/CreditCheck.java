package org.gridtill.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.BookCheck;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.transactions.CollectedMoney;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Compares what holders hold with the journal, and what is reserved with the transactions under
 * way.
 *
 * <p>A holder's figures include those of everybody below. So each holder is compared with its own
 * account, after those directly below are taken off: if that is right for everyone, the sums are
 * right for everyone, and the agency at the top is as easy to judge as a collector.
 *
 * <p>Whatever changes a holder's account, reservations or figures counts its changes up in the same
 * commit, and so does whatever changes somebody below. The counters are read before and after the
 * journal; if neither the holder nor anybody directly below has changed, all that was read is of
 * one moment. A first look reads everything at once. Whoever changed in the meantime, or seems
 * wrong, is then looked at alone, which takes so short that hardly anybody changes, and again until
 * it was right once, or wrong several times in the same way: on Derby a statement may miss a
 * transaction whose place in an index moves. Whoever changes during each of fifty looks is reported
 * as not judged, since nobody knows that it is right.
 */
@Component
public class CreditCheck implements BookCheck {

  private static final int LOOKS = 50;
  private static final int ENOUGH_WRONG = 3;
  private static final List<String> ACCOUNTS = List.of("agency/", "collector/");

  private final JpaTemplate jpa;
  private final Journal journal;
  private final CollectedMoney money;

  /** Made by Declarative Services. */
  @Activate
  public CreditCheck(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference Journal journal,
      @Reference CollectedMoney money) {
    this.jpa = jpa;
    this.journal = journal;
    this.money = money;
  }

  /**
   * What the others say: balances by account, and amounts under way by holder; nothing for what is
   * not in there.
   */
  private record Others(Map<String, Money> balances, Map<Holder, Money> underWay) {

    Money balance(Holder holder) {
      return balances.getOrDefault(Accounts.of(holder), Money.ZERO);
    }

    Money underWay(Holder holder) {
      return underWay.getOrDefault(holder, Money.ZERO);
    }
  }

  @Override
  public String name() {
    return "every holder's money and reservations are those of the journal and the transactions";
  }

  @Override
  public List<String> findings() {
    Figures before = jpa.txExpr(TransactionType.Required, Figures::ofAll);
    Others others = new Others(balances(), underWay(null));
    Figures after = jpa.txExpr(TransactionType.Required, Figures::ofAll);
    Stream<String> wrong =
        after.holders().stream()
            .filter(holder -> !isRight(before, others, after, holder))
            .flatMap(holder -> lookCloser(holder).stream());
    return Stream.concat(wrong, strangers(others, after)).toList();
  }

  private Map<String, Money> balances() {
    return journal.trialBalance().rows().stream()
        .collect(Collectors.toMap(TrialBalance.Row::account, TrialBalance.Row::balance));
  }

  private Map<Holder, Money> underWay(String agencyCode) {
    return money.underWay(agencyCode).stream()
        .collect(
            Collectors.toMap(CollectedMoney.Collected::holder, CollectedMoney.Collected::amount));
  }

  private static boolean isRight(Figures before, Others others, Figures after, Holder holder) {
    return after.isSame(before, holder) && difference(others, after, holder).isEmpty();
  }

  private static Optional<String> difference(Others others, Figures figures, Holder holder) {
    Figures.Own own = figures.own(holder);
    List<String> wrong = new ArrayList<>();
    Money holds = own.position().negated();
    if (!holds.equals(others.balance(holder))) {
      wrong.add("holds %s, and by the journal %s".formatted(holds, others.balance(holder)));
    }
    if (!own.reserved().equals(others.underWay(holder))) {
      wrong.add(
          "has %s reserved, and %s is under way"
              .formatted(own.reserved(), others.underWay(holder)));
    }
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(holder + " without those below " + String.join("; it ", wrong));
  }

  private Optional<String> lookCloser(Holder holder) {
    String wrong = "";
    int times = 0;
    for (int i = 0; i < LOOKS; i++) {
      Figures before = near(holder);
      String account = Accounts.of(holder);
      Others others =
          new Others(Map.of(account, journal.balance(account)), underWay(holder.agencyCode()));
      Figures after = near(holder);
      if (!after.isSame(before, holder)) {
        continue;
      }
      Optional<String> found = difference(others, after, holder);
      if (found.isEmpty()) {
        return found;
      }
      times = found.get().equals(wrong) ? times + 1 : 1;
      wrong = found.get();
      if (times == ENOUGH_WRONG) {
        return found;
      }
    }
    return Optional.of(holder + " is not judged, since it changed during each look");
  }

  private Figures near(Holder holder) {
    return jpa.txExpr(TransactionType.Required, em -> Figures.near(em, holder));
  }

  /** What somebody holds who is not registered would be in nobody's figures. */
  private static Stream<String> strangers(Others others, Figures known) {
    Set<String> accounts = known.holders().stream().map(Accounts::of).collect(Collectors.toSet());
    Stream<String> balances =
        others.balances().keySet().stream()
            .filter(account -> ACCOUNTS.stream().anyMatch(account::startsWith))
            .filter(account -> !accounts.contains(account))
            .filter(account -> !others.balances().get(account).isZero())
            .sorted()
            .map(
                account ->
                    others.balances().get(account) + " is on " + account + ", which is nobody's");
    Stream<String> underWay =
        others.underWay().keySet().stream()
            .filter(holder -> !known.knows(holder))
            .map(holder -> others.underWay(holder) + " is under way of " + holder + ", a stranger");
    return Stream.concat(balances, underWay);
  }
}
