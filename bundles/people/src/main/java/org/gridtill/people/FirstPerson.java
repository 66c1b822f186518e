package org.gridtill.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.people.Caller;
import org.gridtill.api.platform.people.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first administrator at the first start, with a random one-time password in a file that
 * only the platform's user can read, and removes the file once the password was changed.
 */
@Component(service = FirstPerson.class, immediate = true)
public class FirstPerson {

  /** What the first administrator is called. */
  static final String NAME = "admin";

  private static final Logger LOG = LoggerFactory.getLogger(FirstPerson.class);
  private static final String FILE = "first-password";

  private final JpaPeople people;
  private final Path file;

  /** Made by Declarative Services. */
  @Activate
  public FirstPerson(@Reference JpaPeople people) {
    this(people, Path.of(System.getProperty("karaf.etc", "etc"), FILE));
  }

  FirstPerson(JpaPeople people, Path file) {
    this.people = people;
    this.file = file;
    try {
      if (people.addFirst(NAME, file, new Caller(AuditEvent.PLATFORM, ""))) {
        LOG.info("The first administrator is {}; the one-time password is in {}", NAME, file);
      }
    } catch (UncheckedIOException e) {
      // Nobody was added. The platform works; the next start tries again.
      LOG.error("There is no administrator yet, since {} cannot be written", file, e);
    }
    removeIfChanged();
    people.onPasswordChange(this::removeIfChanged);
  }

  /** Writes the file that {@link JpaPeople} wants to be there before it commits. */
  static void write(Path file, String password) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, password + "\n", StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeIfChanged() {
    boolean needed = people.find(NAME).filter(Person::mustChange).isPresent();
    try {
      if (!needed && Files.deleteIfExists(file)) {
        LOG.info("{} is removed: its password was changed", file);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be removed; its password is worth nothing any more", file, e);
    }
  }
}
