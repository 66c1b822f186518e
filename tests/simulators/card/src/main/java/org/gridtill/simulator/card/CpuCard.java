package org.gridtill.simulator.card;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.card.CardWriteStep;

/**
 * A consumer's CPU card in a terminal's reader. It accepts a write only after an external
 * authentication that answers its last challenge, and only with the right code; what was written
 * stays written, also if the card is pulled out in the middle.
 *
 * <p>Not safe for use by several threads: a card is in one reader at a time.
 */
public final class CpuCard {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int MOST_TARIFF_BYTES = 255;
  private static final int NEVER = -1;

  private final String serial;
  private final CardCryptography cryptography;
  private final Random challenges;

  private String parameters = CardFiles.BLANK_PARAMETERS;
  private String wallet = CardFiles.wallet(CardWallet.EMPTY);
  private String currentTariffs = "";
  private String backupTariffs = "";
  private String returnFile = CardFiles.CLEARED_RETURN_FILE;

  private String challenge = "";
  private boolean authenticated;
  private int written;
  private int commandsLeft = NEVER;
  private boolean removed;

  /**
   * Makes a blank card.
   *
   * @param serial its serial number: 16 hexadecimal digits, upper case
   * @param cryptography its keys
   * @param seed what its challenges follow from, so that a test can be repeated
   */
  public CpuCard(String serial, CardCryptography cryptography, long seed) {
    this.serial = serial;
    this.cryptography = cryptography;
    this.challenges = new Random(seed);
  }

  /** Returns its serial number. */
  public String serial() {
    return serial;
  }

  /** Puts the card in the reader, if it is not, and reads it; every reading has a new challenge. */
  public CardReading reading() {
    removed = false;
    authenticated = false;
    written = 0;
    byte[] random = new byte[CardReading.NUMBER_BYTES];
    challenges.nextBytes(random);
    challenge = HEX.formatHex(random);
    return new CardReading(
        serial, challenge, orEmpty(parameters), walletContent(), orEmpty(returnFile));
  }

  /**
   * Does one command.
   *
   * @return what the card answers; anything but {@link CardStatus#ACCEPTED} and {@link
   *     CardStatus#REMOVED} means that it did nothing
   */
  public CardStatus apply(CardWriteStep step) {
    if (removed || commandsLeft == 0) {
      pullOut();
      return CardStatus.REMOVED;
    }
    CardStatus status = execute(step);
    if (commandsLeft > 0 && --commandsLeft == 0) {
      pullOut();
      return CardStatus.REMOVED;
    }
    return status;
  }

  /**
   * Sends all commands of a script to the card, as a terminal does.
   *
   * @return {@code WRITTEN} if the card accepted all; {@code NOT_WRITTEN} if it refused one before
   *     it accepted the wallet; {@code UNKNOWN} otherwise, as when it was pulled out: read it, and
   *     compare its wallet with the script's
   */
  public CardOutcome write(CardWrite script) {
    boolean walletWritten = false;
    for (CardWriteStep step : script.steps()) {
      CardStatus status = apply(step);
      if (status == CardStatus.REMOVED) {
        return CardOutcome.UNKNOWN;
      }
      if (status != CardStatus.ACCEPTED) {
        return walletWritten ? CardOutcome.UNKNOWN : CardOutcome.NOT_WRITTEN;
      }
      walletWritten |= step.target() == CardWriteStep.Target.WALLET;
    }
    return CardOutcome.WRITTEN;
  }

  /**
   * Lets the card be pulled out later: it does that many further commands, and the answer to the
   * last of them is lost.
   *
   * @param commands how many; 0 for none
   */
  public void pullOutAfter(int commands) {
    commandsLeft = commands;
  }

  /**
   * Tells whether the wallet is as a script leaves it, that is, whether its sale is on the card.
   */
  public boolean holds(CardWallet expected) {
    return walletContent().equals(expected);
  }

  /** Answers a meter that asks whether the card is genuine. */
  String internalAuthentication(String random) {
    return cryptography.internalAuthentication(serial, random);
  }

  /** Returns the parameter file; empty if the card is blank. */
  String parameters() {
    return orEmpty(parameters);
  }

  CardWallet walletContent() {
    return CardFiles.wallet(wallet);
  }

  String currentTariffs() {
    return currentTariffs;
  }

  String backupTariffs() {
    return backupTariffs;
  }

  boolean isReturnFileEmpty() {
    return orEmpty(returnFile).isEmpty();
  }

  /** Takes what a meter writes back; the meter has a key for that file. */
  void writeReturnFile(String file) {
    returnFile = file;
  }

  private CardStatus execute(CardWriteStep step) {
    if (step.target() == CardWriteStep.Target.EXTERNAL_AUTHENTICATION) {
      authenticated =
          !challenge.isEmpty()
              && step.data().equals(cryptography.externalAuthentication(serial, challenge));
      written = 0;
      return authenticated ? CardStatus.ACCEPTED : CardStatus.WRONG_CRYPTOGRAM;
    }
    if (!authenticated) {
      return CardStatus.NOT_AUTHENTICATED;
    }
    String data = step.data();
    String code = cryptography.writeCode(serial, challenge, written, step.target(), data);
    if (!code.equals(step.mac())) {
      return CardStatus.WRONG_CODE;
    }
    return store(step.target(), data);
  }

  private CardStatus store(CardWriteStep.Target target, String data) {
    boolean tariffs =
        List.of(CardWriteStep.Target.TARIFF_CURRENT, CardWriteStep.Target.TARIFF_BACKUP)
            .contains(target);
    boolean fits =
        tariffs ? data.length() <= 2 * MOST_TARIFF_BYTES : data.length() == file(target).length();
    if (!fits) {
      return CardStatus.WRONG_LENGTH;
    }
    switch (target) {
      case PARAMETER_FILE -> parameters = data;
      case WALLET -> wallet = data;
      case TARIFF_CURRENT -> currentTariffs = data;
      case TARIFF_BACKUP -> backupTariffs = data;
      default -> returnFile = data;
    }
    written++;
    return CardStatus.ACCEPTED;
  }

  /** Returns a file of fixed length. */
  private String file(CardWriteStep.Target target) {
    return switch (target) {
      case PARAMETER_FILE -> parameters;
      case WALLET -> wallet;
      default -> returnFile;
    };
  }

  private void pullOut() {
    removed = true;
    authenticated = false;
    challenge = "";
    commandsLeft = NEVER;
  }

  private static String orEmpty(String file) {
    return file.matches("0*") ? "" : file;
  }
}
