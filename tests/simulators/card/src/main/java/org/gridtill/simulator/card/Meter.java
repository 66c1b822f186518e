package org.gridtill.simulator.card;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Random;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.ParameterFile;

/**
 * A prepayment meter. It takes a purchase from a card, or over the air, by the purchase's number:
 * only the one after its own last, and that only once.
 *
 * <p>Not safe for use by several threads.
 */
public final class Meter {

  /** The most that any meter can store: 999,999.99 yuan. */
  public static final Money CAPACITY = Money.ofFen(99_999_999);

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final String meterNo;
  private final Money limit;
  private final CardCryptography cryptography;
  private final Clock clock;
  private final Random randoms;

  private String consumerNo = "";
  private String cardSerial = "";
  private int purchaseCount;
  private Money balance = Money.ZERO;
  private int illegalInsertions;
  private String currentTariffs = "";
  private String backupTariffs = "";

  /**
   * Makes a meter that is not opened.
   *
   * @param meterNo its number, up to 12 digits
   * @param limit the most credit that it may store (囤积限值); at most {@link #CAPACITY}
   * @param cryptography the keys of its security module
   * @param clock what it dates with
   * @throws IllegalArgumentException if a value is out of range
   */
  public Meter(String meterNo, Money limit, CardCryptography cryptography, Clock clock) {
    if (limit.compareTo(CAPACITY) > 0 || !limit.isPositive()) {
      throw new IllegalArgumentException("a limit out of range");
    }
    this.meterNo = CardFiles.twelveDigits(meterNo);
    this.limit = limit;
    this.cryptography = cryptography;
    this.clock = clock;
    this.randoms = new Random(this.meterNo.hashCode());
  }

  /** Takes a card, reads it, and writes back to it by the rules. */
  public Insertion insert(CpuCard card) {
    Insertion result = judge(card);
    if (result == Insertion.CREDITED || result == Insertion.NOTHING_NEW) {
      take(card, result);
    }
    if (result.writesBack()) {
      card.writeReturnFile(returnFile());
    } else if (result != Insertion.OVER_LIMIT) {
      illegalInsertions++;
    }
    return result;
  }

  /**
   * Opens the meter over the air, with or without a first purchase.
   *
   * @param count 1, or 0 if the amount is zero
   * @return as {@link #recharge}; {@code REPEATED} if it is opened for this consumer and has this
   *     purchase
   */
  public RemoteRecharge open(String consumer, Money amount, int count) {
    if (!isOpened()) {
      if (count > 1 || count == 1 != amount.isPositive()) {
        return RemoteRecharge.WRONG_COUNT;
      }
      if (exceedsLimit(amount)) {
        return RemoteRecharge.OVER_LIMIT;
      }
      consumerNo = CardFiles.twelveDigits(consumer);
      purchaseCount = count;
      balance = balance.plus(amount);
      return RemoteRecharge.TAKEN;
    }
    return recharge(consumer, amount, count);
  }

  /**
   * Takes a purchase over the air.
   *
   * @param consumer whom it is for
   * @param amount the purchase
   * @param count its number
   */
  public RemoteRecharge recharge(String consumer, Money amount, int count) {
    if (!isOpened()) {
      return RemoteRecharge.NOT_OPENED;
    }
    if (!consumerNo.equals(CardFiles.twelveDigits(consumer))) {
      return RemoteRecharge.WRONG_CONSUMER;
    }
    if (count == purchaseCount) {
      return RemoteRecharge.REPEATED;
    }
    if (count != purchaseCount + 1) {
      return RemoteRecharge.WRONG_COUNT;
    }
    if (exceedsLimit(amount)) {
      return RemoteRecharge.OVER_LIMIT;
    }
    balance = balance.plus(amount);
    purchaseCount = count;
    return RemoteRecharge.TAKEN;
  }

  /** Uses energy for so much money, also more than there is. */
  public void consume(Money amount) {
    balance = balance.minus(amount);
  }

  /** Tells whether the meter serves a consumer. */
  public boolean isOpened() {
    return !consumerNo.isEmpty();
  }

  /** Returns its number, 12 digits. */
  public String meterNo() {
    return meterNo;
  }

  /** Returns the number of the last purchase it took. */
  public int purchaseCount() {
    return purchaseCount;
  }

  /** Returns its credit; zero if more was used than there was. */
  public Money remaining() {
    return balance.isPositive() ? balance : Money.ZERO;
  }

  /** Returns what was used without credit (透支). */
  public Money overdraft() {
    return balance.isPositive() ? Money.ZERO : balance.negated();
  }

  /** Returns how many cards it has refused as not its own. */
  public int illegalInsertions() {
    return illegalInsertions;
  }

  /** Returns the tariffs in force, as a card brought them. */
  public String currentTariffs() {
    return currentTariffs;
  }

  /** Returns the tariffs that follow, as a card brought them. */
  public String backupTariffs() {
    return backupTariffs;
  }

  private Insertion judge(CpuCard card) {
    if (!isGenuine(card)) {
      return Insertion.NOT_GENUINE;
    }
    if (card.parameters().isEmpty()) {
      return Insertion.BLANK;
    }
    ParameterFile parameters = ParameterFile.read(card.parameters());
    if (!parameters.meterNo().equals(meterNo)) {
      return Insertion.WRONG_METER;
    }
    CardWallet wallet = card.walletContent();
    if (!isOpened()) {
      if (parameters.type() != CardType.OPENING) {
        return Insertion.NOT_OPENED;
      }
      if (wallet.purchaseCount() > 1) {
        return Insertion.NOT_FIRST_PURCHASE;
      }
    } else if (!parameters.consumerNo().equals(consumerNo)) {
      return Insertion.WRONG_CONSUMER;
    } else if (parameters.type() != CardType.REPLACEMENT && !card.serial().equals(cardSerial)) {
      return Insertion.WRONG_CARD;
    }
    return judgeCount(wallet, card.isReturnFileEmpty());
  }

  private Insertion judgeCount(CardWallet wallet, boolean returnFileEmpty) {
    int difference = wallet.purchaseCount() - purchaseCount;
    if (difference < 0) {
      return Insertion.COUNT_BEHIND;
    }
    if (difference == 0) {
      return Insertion.NOTHING_NEW;
    }
    if (difference > 1) {
      return Insertion.COUNT_AHEAD;
    }
    if (!returnFileEmpty) {
      return Insertion.NOT_CLEARED;
    }
    return exceedsLimit(wallet.amount()) ? Insertion.OVER_LIMIT : Insertion.CREDITED;
  }

  private void take(CpuCard card, Insertion result) {
    if (result == Insertion.CREDITED) {
      balance = balance.plus(card.walletContent().amount());
      purchaseCount = card.walletContent().purchaseCount();
    }
    // A card that has been here since it was written has nothing to say that is not known.
    if (card.isReturnFileEmpty()) {
      ParameterFile parameters = ParameterFile.read(card.parameters());
      consumerNo = parameters.consumerNo();
      cardSerial = card.serial();
      if (parameters.type() == CardType.OPENING) {
        currentTariffs = card.currentTariffs();
      }
      backupTariffs = card.backupTariffs();
    }
  }

  private boolean isGenuine(CpuCard card) {
    byte[] bytes = new byte[CardReading.NUMBER_BYTES];
    randoms.nextBytes(bytes);
    String random = HEX.formatHex(bytes);
    return card.internalAuthentication(random)
        .equals(cryptography.internalAuthentication(card.serial(), random));
  }

  private boolean exceedsLimit(Money amount) {
    return balance.plus(amount).compareTo(limit) > 0;
  }

  private String returnFile() {
    return CardFiles.returnWriteFile(
        meterNo,
        consumerNo,
        remaining(),
        purchaseCount,
        overdraft(),
        illegalInsertions,
        LocalDateTime.now(clock));
  }
}
