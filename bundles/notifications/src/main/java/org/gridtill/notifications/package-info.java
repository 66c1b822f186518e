/** Messages to people: the outbox, and the dispatcher that hands them to a channel. */
package org.gridtill.notifications;
