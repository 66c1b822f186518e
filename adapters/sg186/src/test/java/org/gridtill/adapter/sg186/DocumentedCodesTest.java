package org.gridtill.adapter.sg186;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.gridtill.adapter.sg186.contract.types.ResultCode;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documentation names every code, and says what the adapter makes of it. */
class DocumentedCodesTest {

  private static final Path PAGE = Path.of("../../docs/sg186-soap.md");
  private static final Set<ResultCode> NOT_FOUND =
      Set.of(ResultCode.NO_SUCH_TRANSACTION, ResultCode.NOTHING_TO_REVERSE);

  @ParameterizedTest
  @EnumSource
  void theTableOfCodesIsRight(ResultCode code) throws IOException {
    assertThat(Files.readAllLines(PAGE))
        .filteredOn(line -> line.startsWith("| " + code.value() + " |"))
        .singleElement()
        .asString()
        .endsWith("| " + expected(code) + " |");
  }

  private static String expected(ResultCode code) {
    if (code == ResultCode.DONE) {
      return "confirmed";
    }
    if (NOT_FOUND.contains(code)) {
      return "not found (elsewhere: unknown)";
    }
    if (!ResultCodes.refusesOrder(code)) {
      return "unknown";
    }
    DeclineReason bills = ResultCodes.reason(code, TransactionKind.BILL_PAYMENT);
    DeclineReason others = ResultCodes.reason(code);
    return "declined: " + others + (bills == others ? "" : " (`confirmPayment`: " + bills + ")");
  }
}
