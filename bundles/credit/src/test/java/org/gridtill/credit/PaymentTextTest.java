package org.gridtill.credit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GT00000042",
        "gt00000042",
        "解款GT00000042电费",
        "remittance (GT00000042), thanks",
        "GT00000042 GT00000042"
      })
  void findsTheBatch(String text) {
    assertThat(PaymentText.of(text)).isEqualTo(new PaymentText(42L, null));
  }

  @Test
  void findsABatchOfManyDigits() {
    assertThat(PaymentText.of("GT123456789").batch()).isEqualTo(123456789L);
  }

  @ParameterizedTest
  @CsvSource({"FLOAT A001", "float A001 for May", "FLOAT: A001", "备付金 A001", "存入备付金：A001。"})
  void findsTheAgency(String text) {
    assertThat(PaymentText.of(text)).isEqualTo(new PaymentText(null, "A001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A001",
        "GT42",
        "XGT00000042",
        "GT00000042X",
        "GT00000042 GT00000043",
        "GT00000042 FLOAT A001",
        "FLOAT A001 FLOAT A002",
        "FLOATA001",
        "AFLOAT A001",
        "FLOAT A00123456789012345",
        "GT1234567890123456789"
      })
  void findsNothingThatIsNotCertain(String text) {
    assertThat(PaymentText.of(text)).isEqualTo(new PaymentText(null, null));
  }

  @Test
  void knowsAReference() {
    assertThat(PaymentText.isReference("GT00000042")).isTrue();
    assertThat(PaymentText.isReference("GT000000042")).as("one digit too many").isFalse();
    assertThat(PaymentText.isReference("GT00000042 ")).isFalse();
    assertThat(PaymentText.isReference("A001")).isFalse();
  }
}
