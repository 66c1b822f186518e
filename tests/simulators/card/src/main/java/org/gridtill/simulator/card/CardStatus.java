package org.gridtill.simulator.card;

/** What a card answers to a command, or that it does not. */
public enum CardStatus {
  /** Done. */
  ACCEPTED("9000"),
  /** The data do not have the length of the file. */
  WRONG_LENGTH("6700"),
  /** Not without an external authentication first, with the challenge that was read last. */
  NOT_AUTHENTICATED("6982"),
  /** The cryptogram is wrong. */
  WRONG_CRYPTOGRAM("6300"),
  /** The data, or the order of the commands, are not what the code was computed for. */
  WRONG_CODE("6988"),
  /** The card is not in the reader: nobody knows whether it did the command. */
  REMOVED("");

  private final String word;

  CardStatus(String word) {
    this.word = word;
  }

  /** Returns the status word, 4 hexadecimal digits; empty if there was no answer. */
  public String word() {
    return word;
  }
}
