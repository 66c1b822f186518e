package org.gridtill.credit;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.transactions.CollectedMoney;

/** A journal and transactions of which a test says how much each holder owes and has under way. */
final class Ledger {

  final Map<String, Money> owed = new TreeMap<>();
  final Map<String, Money> underWay = new TreeMap<>();

  /** What happens whenever somebody reads the journal. */
  Runnable meanwhile = () -> {};

  final Journal journal =
      fake(
          Journal.class,
          Map.of(
              "trialBalance", arguments -> trialBalance(),
              "balance", arguments -> balance((String) arguments[0])));

  final CollectedMoney money =
      fake(CollectedMoney.class, Map.of("underWay", arguments -> collected((String) arguments[0])));

  void owe(Holder holder, Money amount) {
    owed.merge(Accounts.of(holder), amount, Money::plus);
  }

  void begin(Holder holder, Money amount) {
    underWay.merge(holder.toString(), amount, Money::plus);
  }

  private TrialBalance trialBalance() {
    meanwhile.run();
    return new TrialBalance(
        owed.entrySet().stream()
            .map(entry -> new TrialBalance.Row(entry.getKey(), entry.getValue(), Money.ZERO))
            .toList(),
        owed.size());
  }

  private Money balance(String account) {
    meanwhile.run();
    return owed.getOrDefault(account, Money.ZERO);
  }

  private List<CollectedMoney.Collected> collected(String agencyCode) {
    return underWay.entrySet().stream()
        .map(entry -> collected(Holder.parse(entry.getKey()), entry.getValue()))
        .filter(c -> agencyCode == null || c.holder().agencyCode().equals(agencyCode))
        .toList();
  }

  private static CollectedMoney.Collected collected(Holder holder, Money amount) {
    return new CollectedMoney.Collected(holder, 1, amount, LocalDate.EPOCH, LocalDate.EPOCH);
  }

  /** Makes an object that answers by the method's name; any other method fails. */
  static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> methods) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Function<Object[], Object> answer = methods.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(method.toString());
              }
              return answer.apply(arguments);
            }));
  }
}
