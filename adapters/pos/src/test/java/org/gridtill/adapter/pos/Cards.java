package org.gridtill.adapter.pos;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.simulator.pos.CardReadout;

/** Files of cards, made from their layout. */
final class Cards {

  static final String SERIAL = "1122334455667788";
  static final String CHALLENGE = "A0A1A2A3A4A5A6A7";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Cards() {}

  /** Returns a parameter file; alarms at 20 and 5 yuan, transformer ratios 1. */
  static String parameterFile(String meterNo, String consumerNo, int type) {
    ByteBuffer file = ByteBuffer.allocate(45);
    file.position(16);
    file.putInt(2000).putInt(500).put(HEX.parseHex("000001000001"));
    file.put(HEX.parseHex(meterNo)).put(HEX.parseHex(consumerNo)).put((byte) type);
    return framed(file.array(), 0x01);
  }

  /** Returns a return-write file, written at 2026-11-20 18:30. */
  static String returnFile(String meterNo, String consumerNo, int remaining, int count) {
    ByteBuffer file = ByteBuffer.allocate(49);
    file.position(5);
    file.put(HEX.parseHex("000001000001"));
    file.put(HEX.parseHex(meterNo)).put(HEX.parseHex(consumerNo)).putInt(remaining).putInt(count);
    file.position(42);
    file.put(HEX.parseHex("2611201830"));
    return framed(file.array(), 0x11);
  }

  /** Returns what a terminal reads on a blank card. */
  static CardReading blank() {
    return new CardReading(SERIAL, CHALLENGE, "", CardWallet.EMPTY, "");
  }

  /** Returns the same as the terminal's side has it. */
  static CardReadout readout(CardReading card) {
    return new CardReadout(
        card.cardSerial(),
        card.challenge(),
        card.parameterFile(),
        card.wallet().amount().fen(),
        card.wallet().purchaseCount(),
        card.returnFile());
  }

  static CardWallet wallet(String yuan, int count) {
    return new CardWallet(Money.parse(yuan), count);
  }

  private static String framed(byte[] file, int kind) {
    file[0] = 0x68;
    file[1] = (byte) kind;
    file[3] = (byte) (file.length - 6);
    int sum = 0;
    for (int i = 0; i < file.length - 2; i++) {
      sum += file[i];
    }
    file[file.length - 2] = (byte) sum;
    file[file.length - 1] = 0x16;
    return HEX.formatHex(file);
  }
}
