package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.BankAccount;
import org.gridtill.api.platform.credit.BankMovement;

/** Completes the bank's references of movements that nobody can explain yet. */
@Service
public class UnmatchedMovements extends Words {

  @Reference(optional = true)
  BankAccount bank;

  @Override
  Stream<String> words() {
    return bank == null
        ? Stream.empty()
        : bank.unmatched().stream().map(BankMovement::bankReference);
  }
}
