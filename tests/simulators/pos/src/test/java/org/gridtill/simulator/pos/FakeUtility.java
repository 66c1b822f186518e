package org.gridtill.simulator.pos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.card.CardWriteStep;
import org.gridtill.simulator.card.CardScript;
import org.gridtill.simulator.card.SubstituteCryptography;

/** Plays the utility's key system behind a {@link FakePlatform}. */
public final class FakeUtility {

  private final CardScript script = new CardScript(new SubstituteCryptography());
  private final String meterNo;
  private final String consumerNo;

  public FakeUtility(String meterNo, String consumerNo) {
    this.meterNo = meterNo;
    this.consumerNo = consumerNo;
  }

  /** Answers a request that has a reading with what puts a purchase on that card. */
  public UnaryOperator<byte[]> sells(CardType type, CardWallet wallet) {
    return frame -> saleOn(frame, type, wallet).frame(FakePlatform.keys());
  }

  /** Answers a request that has a reading with what sets that card's wallet back. */
  public UnaryOperator<byte[]> clears(CardWallet before) {
    return frame ->
        order(frame, card -> script.clearing(card, meterNo, before)).frame(FakePlatform.keys());
  }

  PosMessage saleOn(byte[] frame, CardType type, CardWallet wallet) {
    return order(frame, card -> script.sale(card, meterNo, consumerNo, type, wallet));
  }

  private static PosMessage order(byte[] frame, Function<CardReading, CardWrite> maker) {
    try {
      CardWrite write = maker.apply(reading(PosMessage.parse(frame)));
      List<CardElement> elements = new ArrayList<>();
      byte[] meterNo = write.meterNo().getBytes(StandardCharsets.US_ASCII);
      elements.add(new CardElement(0x11, HexFormat.of().formatHex(meterNo)));
      elements.add(new CardElement(0x12, wallet(write.wallet())));
      write.steps().forEach(step -> elements.add(new CardElement(0x13, step(step))));
      return FakePlatform.answer(frame, "00").set(55, CardElement.field(elements));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String wallet(CardWallet wallet) {
    return "%08X%08X".formatted(wallet.amount().fen(), wallet.purchaseCount());
  }

  private static String step(CardWriteStep step) {
    int target = step.target().ordinal() + 1;
    return "%02X%02X".formatted(target, step.mac().length() / 2) + step.mac() + step.data();
  }

  private static CardReading reading(PosMessage request) throws IOException {
    List<CardElement> parts = CardElement.parse(request.bytes(55));
    long wallet = HexFormat.fromHexDigitsToLong(parts.get(3).value());
    return new CardReading(
        parts.get(0).value(),
        parts.get(1).value(),
        parts.get(2).value(),
        new CardWallet(Money.ofFen(wallet >>> 32), (int) wallet),
        parts.get(4).value());
  }
}
