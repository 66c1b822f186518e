package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.accounts.Accounts;
import org.gridtill.api.platform.credit.Credit;

/** Completes the names of accounts, but for those of consumers, who are too many. */
@Service
public class AccountNames extends Words {

  @Reference(optional = true)
  Credit credit;

  @Override
  Stream<String> words() {
    Stream<String> fixed =
        Stream.of(
            Accounts.UTILITY_ENERGY,
            Accounts.UTILITY_PENALTY,
            Accounts.UTILITY_METER_CREDIT,
            Accounts.BANK,
            Accounts.SUSPENSE_IN_DOUBT,
            Accounts.SUSPENSE_BANK);
    Stream<String> holders =
        credit == null
            ? Stream.empty()
            : credit.list().stream()
                .flatMap(
                    line -> Stream.of(Accounts.of(line.holder()), Accounts.inDoubt(line.holder())));
    return Stream.concat(fixed, holders);
  }
}
