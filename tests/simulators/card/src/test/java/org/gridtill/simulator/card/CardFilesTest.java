package org.gridtill.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.ParameterFile;
import org.gridtill.api.adapter.card.ReturnWriteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardFilesTest {

  private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 24, 8, 5);

  @ParameterizedTest
  @EnumSource
  void thePlatformReadsTheParameterFile(CardType type) {
    String file = CardFiles.parameterFile("100000001", "0100000001", type);
    assertThat(ParameterFile.read(file))
        .isEqualTo(new ParameterFile("000100000001", "000100000001", type));
  }

  @Test
  void theParameterFileHasItsLayout() {
    assertThat(CardFiles.parameterFile("123456789012", "210987654321", CardType.PURCHASE))
        .isEqualTo(
            "68010027" // frame: 39 bytes of content
                + "00".repeat(12)
                + "000007D0" // alarm 1, bytes 16 to 19
                + "000001F4" // alarm 2, bytes 20 to 23
                + "000001" // current transformer, bytes 24 to 26
                + "000001" // voltage transformer, bytes 27 to 29
                + "123456789012" // meter, bytes 30 to 35
                + "210987654321" // consumer, bytes 36 to 41
                + "02" // type, byte 42
                + "9016");
  }

  @Test
  void thePlatformReadsTheReturnWriteFile() {
    String file =
        CardFiles.returnWriteFile(
            "123456789012", "100000001", Money.parse("1234.56"), 7, Money.ZERO, 2, TIME);
    assertThat(ReturnWriteFile.read(file))
        .isEqualTo(new ReturnWriteFile("123456789012", "000100000001", Money.parse("1234.56"), 7));
  }

  @Test
  void theReturnWriteFileHasItsLayout() {
    assertThat(
            CardFiles.returnWriteFile(
                "123456789012", "210987654321", Money.ofFen(1), 2, Money.ofFen(3), 4, TIME))
        .isEqualTo(
            "6811002B" // frame: 43 bytes of content
                + "00"
                + "000001000001" // transformers, bytes 5 to 10
                + "123456789012" // meter, bytes 11 to 16
                + "210987654321" // consumer, bytes 17 to 22
                + "00000001" // remaining, bytes 23 to 26
                + "00000002" // count, bytes 27 to 30
                + "00000003" // overdraft, bytes 31 to 34
                + "000000"
                + "00000004" // illegal insertions, bytes 38 to 41
                + "2611240805" // time, bytes 42 to 46
                + "4816");
  }

  @Test
  void aWalletIsAmountAndCount() {
    CardWallet wallet = new CardWallet(Money.ofFen(99_999_999), 65_537);
    assertThat(CardFiles.wallet(wallet)).isEqualTo("05F5E0FF00010001");
    assertThat(CardFiles.wallet("05F5E0FF00010001")).isEqualTo(wallet);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567890123", "12345678901A", "-1"})
  void aNumberThatDoesNotFitIsRefused(String number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CardFiles.parameterFile(number, "1", CardType.OPENING));
  }

  @Test
  void anAmountThatDoesNotFitIsRefused() {
    CardWallet tooMuch = new CardWallet(Money.ofFen(1L << 32), 1);
    assertThatIllegalArgumentException().isThrownBy(() -> CardFiles.wallet(tooMuch));
  }
}
