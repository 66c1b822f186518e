package org.gridtill.adapter.pos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The bytes of a message, worked out by hand from ISO 8583 and not by any code. */
class CodecByHandTest {

  /** Fields 3, 11, 44, 60: bits 3, 11, 44, 60 of eight bytes are 20 20 00 00 00 10 00 10. */
  private static final byte[] BYTES =
      Scenario.hex(
          "0200"
              + "2020000000100010"
              + "310000" // six digits in three bytes
              + "000042"
              + "02" // two characters
              + "5231"
              + "0012" // twelve digits in six bytes
              + "010000001001");

  private final PosCodec codec = new PosCodec();

  @Test
  void readsDigitsAndCountedFields() throws FormatException {
    PosMessage message = codec.parse(BYTES);
    assertThat(message.type()).isEqualTo(0x0200);
    assertThat(message.fields())
        .containsOnlyKeys(Field.PROCESSING_CODE, Field.TRACE_NO, Field.RECEIPT_NO, Field.FUNCTION);
    assertThat(message.text(Field.PROCESSING_CODE)).isEqualTo("310000");
    assertThat(message.text(Field.TRACE_NO)).isEqualTo("000042");
    assertThat(message.text(Field.RECEIPT_NO)).isEqualTo("R1");
    assertThat(FunctionCode.of(message)).isEqualTo(new FunctionCode("010", "000001", "001"));
  }

  @Test
  void writesDigitsAndCountedFields() {
    PosMessage message =
        new PosMessage(0x0200)
            .set(Field.FUNCTION, "010000001001")
            .set(Field.RECEIPT_NO, "R1")
            .set(Field.TRACE_NO, "000042")
            .set(Field.PROCESSING_CODE, "310000");
    assertThat(codec.write(message)).isEqualTo(BYTES);
  }

  @Test
  void writesALengthOfThreeDigits() {
    PosMessage message = new PosMessage(0x0210).set(Field.TEXT, new byte[987]);
    assertThat(codec.write(message))
        .hasSize(10 + 2 + 987)
        .startsWith(Scenario.hex("0210" + "0000000000000002" + "0987"));
  }
}
