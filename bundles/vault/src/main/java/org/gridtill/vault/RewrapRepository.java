package org.gridtill.vault;

import java.util.List;
import java.util.Map;
import org.gridtill.vault.AuthorityKeyRepository.StoredAuthorityKey;
import org.gridtill.vault.CeremonyRepository.StoredComponent;
import org.gridtill.vault.KeyRepository.StoredMaster;
import org.gridtill.vault.KeyRepository.StoredWorkingKeys;
import org.gridtill.vault.Wrapping.Wrapped;

/** Wrapped keys by the master key they are under. Each method is atomic. */
interface RewrapRepository {

  /** Returns how many rows with wrapped keys are under each master key, by its name. */
  Map<String, Long> countByMasterKey();

  /** Returns some of the terminals' master keys that are not under this master key. */
  List<StoredMaster> mastersNotUnder(String masterKeyId, int most);

  /** Returns some of the working keys that are not under this master key. */
  List<StoredWorkingKeys> workingKeysNotUnder(String masterKeyId, int most);

  /** Returns some of the components that are not under this master key. */
  List<StoredComponent> componentsNotUnder(String masterKeyId, int most);

  /** Returns some of the authority's keys that are not under this master key. */
  List<StoredAuthorityKey> authorityKeysNotUnder(String masterKeyId, int most);

  /** Puts another wrapping of the same key in place; nothing if the row has changed or gone. */
  void replace(StoredMaster before, Wrapped after);

  /** Puts other wrappings of the same keys in place; nothing if the row has changed or gone. */
  void replace(StoredWorkingKeys before, Wrapped pinKey, Wrapped macKey);

  /** Puts another wrapping of the same component in place; nothing if the row has changed. */
  void replace(StoredComponent before, Wrapped after);

  /** Puts another wrapping of the same key in place; nothing if the row has changed. */
  void replace(StoredAuthorityKey before, Wrapped after);
}
