package org.gridtill.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.people.People;

/** Completes the names of people who may log in. */
@Service
public class PersonNames extends Words {

  @Reference(optional = true)
  People people;

  @Override
  Stream<String> words() {
    return people == null ? Stream.empty() : people.list().stream().map(person -> person.name());
  }
}
