package org.gridtill.simulator.sg186.ledger;

import java.util.Optional;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.card.ParameterFile;
import org.gridtill.api.adapter.card.ReturnWriteFile;
import org.gridtill.simulator.card.CardScript;
import org.gridtill.simulator.card.SubstituteCryptography;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.gridtill.simulator.sg186.utility.Sort;

/** Which purchases are sold: the utility sells one only once the meter has the one before. */
final class MeterRules {

  /** The most credit that a meter may store (囤积限值): 5,000 yuan. */
  static final long MOST_STORED_FEN = 500_000;

  /** The least purchase: 10 yuan. */
  static final long LEAST_PURCHASE_FEN = 1_000;

  private final BillRules bills;
  private final Memory memory;
  private final CardScript scripts = new CardScript(new SubstituteCryptography());

  MeterRules(BillRules bills, Memory memory) {
    this.bills = bills;
    this.memory = memory;
  }

  Decision judgeOpening(Call call, Consumer consumer) {
    MeterRecord record = memory.meters().record(consumer);
    ResultCode code = opening(consumer, record, call.card());
    return code == ResultCode.DONE
        ? judgeAmount(call, consumer, record, CardType.OPENING)
        : Decision.refused(code);
  }

  Decision judgeRecharge(Call call, Consumer consumer) {
    MeterRecord record = memory.meters().record(consumer);
    ResultCode code = recharge(consumer, record, call.card());
    return code == ResultCode.DONE
        ? judgeAmount(call, consumer, record.proven(call.card()), CardType.PURCHASE)
        : Decision.refused(code);
  }

  Decision judgeRemote(Call call, Consumer consumer) {
    MeterRecord record = memory.meters().record(consumer);
    ResultCode code = remote(consumer, record);
    if (code == ResultCode.DONE) {
      code = amount(call, consumer, record);
    }
    return code == ResultCode.DONE ? Decision.sold(record.count() + 1) : Decision.refused(code);
  }

  Decision judgeReplacement(Call call, Consumer consumer) {
    MeterRecord record = memory.meters().record(consumer);
    CardReading card = call.card();
    ResultCode code = ResultCode.DONE;
    if (consumer.sort() != Sort.CARD_METER) {
      code = ResultCode.NO_SUCH_METER;
    } else if (!record.open()) {
      code = ResultCode.NOT_OPEN;
    } else if (record.card().replaced().contains(card.cardSerial())) {
      code = ResultCode.REPLACED_CARD;
    } else if (!isBlank(card)) {
      code = ResultCode.CARD_NOT_BLANK;
    }
    return code == ResultCode.DONE
        ? Decision.written(write(consumer, card, CardType.REPLACEMENT, record.wallet()))
        : Decision.refused(code);
  }

  /** Returns the code that a purchase would be refused with now; 1001 if it would not. */
  ResultCode obstacle(Consumer consumer, Optional<CardReading> card, boolean arrears) {
    MeterRecord record = memory.meters().record(consumer);
    ResultCode code = ResultCode.DONE;
    if (consumer.sort() == Sort.REMOTE_METER) {
      code = remote(consumer, record);
    } else if (card.isPresent()) {
      code =
          record.open()
              ? recharge(consumer, record, card.get())
              : opening(consumer, record, card.get());
    }
    return code == ResultCode.DONE && arrears ? ResultCode.ARREARS_FIRST : code;
  }

  private static ResultCode opening(Consumer consumer, MeterRecord record, CardReading card) {
    if (consumer.sort() != Sort.CARD_METER) {
      return ResultCode.NO_SUCH_METER;
    }
    if (record.open()) {
      return ResultCode.ALREADY_OPEN;
    }
    return isBlank(card) ? ResultCode.DONE : ResultCode.CARD_NOT_BLANK;
  }

  private static ResultCode remote(Consumer consumer, MeterRecord record) {
    if (consumer.sort() != Sort.REMOTE_METER) {
      return ResultCode.NO_SUCH_METER;
    }
    return record.taken() ? ResultCode.DONE : ResultCode.PURCHASE_UNDER_WAY;
  }

  private static ResultCode recharge(Consumer consumer, MeterRecord record, CardReading card) {
    if (consumer.sort() != Sort.CARD_METER) {
      return ResultCode.NO_SUCH_METER;
    }
    if (!record.open()) {
      return ResultCode.NOT_OPEN;
    }
    if (card.parameters().isEmpty()) {
      return ResultCode.BLANK_CARD;
    }
    ResultCode ours = belongs(consumer, record, card);
    return ours == ResultCode.DONE ? inserted(consumer, record, card) : ours;
  }

  /** Tells whether a card is the one that the consumer has now. */
  static ResultCode belongs(Consumer consumer, MeterRecord record, CardReading card) {
    Optional<ParameterFile> parameters = card.parameters();
    if (parameters.isPresent()
        && !(parameters.get().meterNo().equals(consumer.meterNo())
            && parameters.get().consumerNo().equals(consumer.numberOnCards()))) {
      return ResultCode.CARD_OF_ANOTHER;
    }
    if (record.card().replaced().contains(card.cardSerial())) {
      return ResultCode.REPLACED_CARD;
    }
    return record.card().serial().equals(card.cardSerial())
        ? ResultCode.DONE
        : ResultCode.CARD_OF_ANOTHER;
  }

  /** Tells whether the last purchase is known to have reached the meter. */
  private static ResultCode inserted(Consumer consumer, MeterRecord record, CardReading card) {
    int onCard = card.wallet().purchaseCount();
    Optional<ReturnWriteFile> evidence = card.returnWrite();
    if (evidence.isPresent()) {
      ReturnWriteFile file = evidence.get();
      if (!file.meterNo().equals(consumer.meterNo())
          || !file.consumerNo().equals(consumer.numberOnCards())) {
        return ResultCode.CARD_OF_ANOTHER;
      }
      return file.purchaseCount() == record.count() && onCard == record.count()
          ? ResultCode.DONE
          : ResultCode.PURCHASE_COUNT_DIFFERS;
    }
    if (!record.taken() && onCard == record.count() - 1) {
      return ResultCode.LAST_SALE_NOT_WRITTEN;
    }
    if (onCard != record.count()) {
      return ResultCode.PURCHASE_COUNT_DIFFERS;
    }
    if (!record.taken()) {
      return ResultCode.CARD_NOT_INSERTED;
    }
    return record.card().inserted() ? ResultCode.DONE : ResultCode.NEW_CARD_NOT_INSERTED;
  }

  private Decision judgeAmount(Call call, Consumer consumer, MeterRecord record, CardType type) {
    ResultCode code = amount(call, consumer, record);
    if (code != ResultCode.DONE) {
      return Decision.refused(code);
    }
    CardWallet wallet = new CardWallet(Money.ofFen(call.amountFen()), record.count() + 1);
    return Decision.written(write(consumer, call.card(), type, wallet));
  }

  private ResultCode amount(Call call, Consumer consumer, MeterRecord record) {
    if (!bills.arrears(consumer, call.accountingDate()).isEmpty()) {
      return ResultCode.ARREARS_FIRST;
    }
    boolean fits =
        call.amountFen() >= LEAST_PURCHASE_FEN
            && call.amountFen() <= MOST_STORED_FEN - record.remainingFen();
    return fits ? ResultCode.DONE : ResultCode.PURCHASE_OUT_OF_RANGE;
  }

  CardWrite write(Consumer consumer, CardReading card, CardType type, CardWallet wallet) {
    return scripts.sale(card, consumer.meterNo(), consumer.number(), type, wallet);
  }

  CardWrite clear(Consumer consumer, CardReading card, CardWallet before) {
    return scripts.clearing(card, consumer.meterNo(), before);
  }

  static boolean isBlank(CardReading card) {
    return card.parameters().isEmpty() && card.wallet().equals(CardWallet.EMPTY);
  }
}
