package org.gridtill.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;

/** Makes credit lines, and a credit service that has them. */
final class Lines {

  private Lines() {}

  /** Makes a line with the limit 100.00, of which nothing is used. */
  static CreditLine line(String holder, String parent) {
    return new CreditLine(
        Holder.parse(holder),
        "Name of " + holder,
        parent,
        HolderState.ACTIVE,
        "",
        Money.parse("100.00"),
        Money.ZERO,
        Money.ZERO);
  }

  /** Makes a line with other amounts, in fen. */
  static CreditLine with(CreditLine line, long limit, long position, long reserved) {
    return new CreditLine(
        line.holder(),
        line.name(),
        line.parentCode(),
        line.state(),
        line.reason(),
        Money.ofFen(limit),
        Money.ofFen(position),
        Money.ofFen(reserved));
  }

  /** Makes a line in another state. */
  static CreditLine in(HolderState state, CreditLine line, String reason) {
    return new CreditLine(
        line.holder(),
        line.name(),
        line.parentCode(),
        state,
        reason,
        line.limit(),
        line.position(),
        line.reserved());
  }

  /** Makes a credit service that can be read. */
  static Credit service(CreditLine... lines) {
    return Fake.of(
        Credit.class,
        Map.of(
            "list",
            arguments -> List.of(lines),
            "find",
            arguments ->
                Arrays.stream(lines)
                    .filter(line -> line.holder().equals(arguments[0]))
                    .findFirst()));
  }
}
