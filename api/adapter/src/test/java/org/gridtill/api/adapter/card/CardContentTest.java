package org.gridtill.api.adapter.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.gridtill.api.adapter.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read off a card, and which content is refused as damaged. */
class CardContentTest {

  private static final String SERIAL = "00000000000000A1";
  private static final String CHALLENGE = "0102030405060708";

  /** Meter 123456789012, consumer 210987654321, type 2; written byte by byte from the layout. */
  private static final String PARAMETERS =
      "68010027"
          + "00".repeat(12)
          + "000007D0"
          + "000001F4"
          + "000001000001"
          + "123456789012"
          + "210987654321"
          + "02"
          + "9016";

  /** Meter 123456789012, consumer 210987654321, remaining 1 fen, count 2. */
  private static final String RETURN_WRITE =
      "6811002B"
          + "00"
          + "000001000001"
          + "123456789012"
          + "210987654321"
          + "00000001"
          + "00000002"
          + "00000003"
          + "000000"
          + "00000004"
          + "2611240805"
          + "4816";

  @Test
  void theParameterFileIsRead() {
    assertThat(ParameterFile.read(PARAMETERS))
        .isEqualTo(new ParameterFile("123456789012", "210987654321", CardType.PURCHASE));
  }

  @Test
  void theReturnWriteFileIsRead() {
    assertThat(ReturnWriteFile.read(RETURN_WRITE))
        .isEqualTo(new ReturnWriteFile("123456789012", "210987654321", Money.ofFen(1), 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 20, 42, 43, 44})
  void aByteThatChangesInTheParameterFileIsNoticed(int index) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParameterFile.read(flipped(PARAMETERS, index)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 25, 46, 47, 48})
  void aByteThatChangesInTheReturnWriteFileIsNoticed(int index) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReturnWriteFile.read(flipped(RETURN_WRITE, index)));
  }

  @Test
  void aFileOfAnotherLengthIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParameterFile.read(PARAMETERS.substring(2)));
    assertThatIllegalArgumentException().isThrownBy(() -> ParameterFile.read(RETURN_WRITE));
    assertThatIllegalArgumentException().isThrownBy(() -> ReturnWriteFile.read(PARAMETERS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReturnWriteFile.read(RETURN_WRITE + "00"));
  }

  @Test
  void aReadingKnowsWhoseCardItIs() {
    CardReading reading =
        new CardReading(SERIAL, CHALLENGE, PARAMETERS, CardWallet.EMPTY, RETURN_WRITE);
    assertThat(reading.parameters()).map(ParameterFile::consumerNo).contains("210987654321");
    assertThat(reading.returnWrite()).map(ReturnWriteFile::purchaseCount).contains(2);
  }

  @Test
  void aBlankCardIsNobodys() {
    CardReading reading = new CardReading(SERIAL, CHALLENGE, "", CardWallet.EMPTY, "");
    assertThat(reading.parameters()).isEmpty();
    assertThat(reading.returnWrite()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a short serial number, 00000000000000, 0102030405060708",
    "a serial number in lower case, 00000000000000a1, 0102030405060708",
    "no serial number, '', 0102030405060708",
    "a long challenge, 00000000000000A1, 010203040506070809",
    "a challenge that is no number, 00000000000000A1, 010203040506070G"
  })
  void aReadingWithADamagedNumberIsRefused(String name, String serial, String challenge) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CardReading(serial, challenge, "", CardWallet.EMPTY, ""));
  }

  @Test
  void aReadingWithADamagedFileIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CardReading(SERIAL, CHALLENGE, flipped(PARAMETERS, 30), CardWallet.EMPTY, ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CardReading(SERIAL, CHALLENGE, "", CardWallet.EMPTY, "68"));
  }

  @ParameterizedTest
  @EnumSource
  void aTypeIsFoundByItsNumber(CardType type) {
    assertThat(CardType.of(type.code())).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, -1})
  void aNumberWithoutATypeIsRefused(int code) {
    assertThatIllegalArgumentException().isThrownBy(() -> CardType.of(code));
  }

  @Test
  void aWalletIsNeverNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CardWallet(Money.ofFen(-1), 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new CardWallet(Money.ZERO, -1));
  }

  @ParameterizedTest(name = "data {0}, code {1}")
  @CsvSource({"0, ''", "0G, ''", "0a, ''", "00, 010203", "00, 0102030405"})
  void aCommandThatIsDamagedIsRefused(String data, String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CardWriteStep(CardWriteStep.Target.WALLET, data, code));
  }

  @Test
  void aCommandHas255BytesAtMost() {
    String most = "00".repeat(255);
    assertThat(new CardWriteStep(CardWriteStep.Target.TARIFF_BACKUP, most, "01020304").data())
        .isEqualTo(most);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CardWriteStep(CardWriteStep.Target.TARIFF_BACKUP, most + "00", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no. 1", "123456789012345678901"})
  void aScriptHasAMeterNumber(String number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CardWrite(number, CardWallet.EMPTY, List.of()));
  }

  /** Changes one bit of a byte. */
  private static String flipped(String hex, int index) {
    int changed = Integer.parseInt(hex.substring(2 * index, 2 * index + 2), 16) ^ 0x04;
    return hex.substring(0, 2 * index)
        + String.format("%02X", changed)
        + hex.substring(2 * index + 2);
  }
}
