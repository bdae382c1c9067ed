<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>QueueText</name>
    <message numerus="yes">
        <source>coming back +%n min</source>
        <translation>
            <numerusform>coming back +%n min</numerusform>
            <numerusform>coming back +%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 +%n min</source>
        <translation>
            <numerusform>%1 +%n min</numerusform>
            <numerusform>%1 +%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missed %n call(s)</source>
        <translation>
            <numerusform>missed %n call</numerusform>
            <numerusform>missed %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waits from the appointment at %1 +%n min</source>
        <translation>
            <numerusform>waits from the appointment at %1 +%n min</numerusform>
            <numerusform>waits from the appointment at %1 +%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::AppointmentForm</name>
    <message numerus="yes">
        <source>%n free · %1 min each</source>
        <translation>
            <numerusform>%n free time · %1 min each</numerusform>
            <numerusform>%n free times · %1 min each</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::BoardPage</name>
    <message numerus="yes">
        <source>%n ticket(s) of earlier days are still open.</source>
        <translation>
            <numerusform>%n ticket of earlier days is still open.</numerusform>
            <numerusform>%n tickets of earlier days are still open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) stand where they stood.</source>
        <translation>
            <numerusform>%n ticket stands where it stood.</numerusform>
            <numerusform>%n tickets stand where they stood.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) had been acted on since.</source>
        <translation>
            <numerusform>%n ticket had been acted on since.</numerusform>
            <numerusform>%n tickets had been acted on since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of earlier days were closed by rule.</source>
        <translation>
            <numerusform>%n ticket of earlier days was closed by rule.</numerusform>
            <numerusform>%n tickets of earlier days were closed by rule.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::BoardTables</name>
    <message numerus="yes">
        <source>%n with a warning</source>
        <translation>
            <numerusform>%n with a warning</numerusform>
            <numerusform>%n with a warning</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::CentreStep</name>
    <message numerus="yes">
        <source>%1 can&apos;t be used: %n fault(s). Mend the file and choose it again.</source>
        <translation>
            <numerusform>%1 can&apos;t be used: %n fault. Mend the file and choose it again.</numerusform>
            <numerusform>%1 can&apos;t be used: %n faults. Mend the file and choose it again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::CentreUsage</name>
    <message numerus="yes">
        <source>%n visitors are waiting for it</source>
        <translation>
            <numerusform>One visitor is waiting for it</numerusform>
            <numerusform>%n visitors are waiting for it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitors are being called or served</source>
        <translation>
            <numerusform>One visitor is being called or served</numerusform>
            <numerusform>%n visitors are being called or served</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitors are on hold</source>
        <translation>
            <numerusform>One visitor is on hold</numerusform>
            <numerusform>%n visitors are on hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers were given out today</source>
        <translation>
            <numerusform>One number was given out today</numerusform>
            <numerusform>%n numbers were given out today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::ClosingSheet</name>
    <message numerus="yes">
        <source>%n ticket(s) are still open. What is carried over waits again on %1, with the arrival time that it has.</source>
        <translation>
            <numerusform>%n ticket is still open. What is carried over waits again on %1, with the arrival time that it has.</numerusform>
            <numerusform>%n tickets are still open. What is carried over waits again on %1, with the arrival time that it has.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::DayWords</name>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>%n closed</numerusform>
            <numerusform>%n closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n carried over to %1</source>
        <translation>
            <numerusform>%n carried over to %1</numerusform>
            <numerusform>%n carried over to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::Desk</name>
    <message numerus="yes">
        <source>Locked because nobody touched keyboard or mouse for %n minute(s)</source>
        <translation>
            <numerusform>Locked because nobody touched keyboard or mouse for %n minute</numerusform>
            <numerusform>Locked because nobody touched keyboard or mouse for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::EraseSheet</name>
    <message numerus="yes">
        <source>%n record(s) merged into this one go with it: %1</source>
        <translation>
            <numerusform>%n record merged into this one goes with it: %1</numerusform>
            <numerusform>%n records merged into this one go with it: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::ErasureModel</name>
    <message numerus="yes">
        <source>%n PC(s) pending</source>
        <translation>
            <numerusform>%n PC pending</numerusform>
            <numerusform>%n PCs pending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::ErrorSummary</name>
    <message numerus="yes">
        <source>Please check %n entries</source>
        <translation>
            <numerusform>Please check %n entry</numerusform>
            <numerusform>Please check %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::ExpectedBar</name>
    <message numerus="yes">
        <source>%n expected by appointment</source>
        <translation>
            <numerusform>%n visitor expected by appointment</numerusform>
            <numerusform>%n visitors expected by appointment</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::HallDisplay</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::HoldSheet</name>
    <message numerus="yes">
        <source>reminder after %n min</source>
        <translation>
            <numerusform>reminder after %n min</numerusform>
            <numerusform>reminder after %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waits again after %n min</source>
        <translation>
            <numerusform>waits again after %n min</numerusform>
            <numerusform>waits again after %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::KioskDisplay</name>
    <message numerus="yes">
        <source>Everything you entered will be deleted in %n second(s).</source>
        <translation>
            <numerusform>Everything you entered will be deleted in %n second.</numerusform>
            <numerusform>Everything you entered will be deleted in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::LookupModel</name>
    <message numerus="yes">
        <source>%n visits, last %1</source>
        <translation>
            <numerusform>%n visit, last %1</numerusform>
            <numerusform>%n visits, last %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::MergeSheet</name>
    <message numerus="yes">
        <source>%n visit(s), the last on %1</source>
        <translation>
            <numerusform>%n visit, on %1</numerusform>
            <numerusform>%n visits, the last on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is found as “%2” from now on, also by its own telephone and document number. %n visit(s) of both appear together, and new ones go to the kept record. Nothing is overwritten: the merge can be taken back at any time.</source>
        <translation>
            <numerusform>“%1” is found as “%2” from now on, also by its own telephone and document number. The one visit of both stays in sight, and new ones go to the kept record. Nothing is overwritten: the merge can be taken back at any time.</numerusform>
            <numerusform>“%1” is found as “%2” from now on, also by its own telephone and document number. The %n visits of both appear together, and new ones go to the kept record. Nothing is overwritten: the merge can be taken back at any time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::NetworkWords</name>
    <message numerus="yes">
        <source>%n PC(s) connected</source>
        <translation>
            <numerusform>%n PC connected</numerusform>
            <numerusform>%n PCs connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) to be sent</source>
        <translation>
            <numerusform>%n entry to be sent</numerusform>
            <numerusform>%n entries to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PC(s) kept back</source>
        <translation>
            <numerusform>entries of %n PC kept back</numerusform>
            <numerusform>entries of %n PCs kept back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) being sent</source>
        <translation>
            <numerusform>%n entry being sent</numerusform>
            <numerusform>%n entries being sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The entries of %n PC(s) were refused. An administrator looks at the PCs of this hall.</source>
        <translation>
            <numerusform>The entries of %n PC were refused. Ask an administrator to look at the PCs of this hall.</numerusform>
            <numerusform>The entries of %n PCs were refused. Ask an administrator to look at the PCs of this hall.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PC(s) wrote two different versions of their entries: a disk was put back or copied.</source>
        <translation>
            <numerusform>%n PC wrote two different versions of its entries: a disk was put back or copied.</numerusform>
            <numerusform>%n PCs wrote two different versions of their entries: a disk was put back or copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::NodesPage</name>
    <message numerus="yes">
        <source>At most %n character(s)</source>
        <translation>
            <numerusform>At most %n character</numerusform>
            <numerusform>At most %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::PersonCard</name>
    <message numerus="yes">
        <source>Erased on %1 by %2. %n PC(s) still pending.</source>
        <translation>
            <numerusform>Erased on %1 by %2. %n PC still pending.</numerusform>
            <numerusform>Erased on %1 by %2. %n PCs still pending.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s), the last on %1</source>
        <translation>
            <numerusform>%n visit, on %1</numerusform>
            <numerusform>%n visits, the last on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erased on %1 by %2, but %n record(s) that another PC merged into it meanwhile are still there. Look them up and erase them too.</source>
        <translation>
            <numerusform>Erased on %1 by %2, but %n record that another PC merged into it meanwhile is still there. Look it up and erase it too.</numerusform>
            <numerusform>Erased on %1 by %2, but %n records that another PC merged into it meanwhile are still there. Look them up and erase them too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::PersonalDataPage</name>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The personal data is erased here. %n PC(s) will follow as soon as they are reached.</source>
        <translation>
            <numerusform>The personal data is erased here. %n PC will follow as soon as it is reached.</numerusform>
            <numerusform>The personal data is erased here. %n PCs will follow as soon as they are reached.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::PinField</name>
    <message numerus="yes">
        <source>PIN, %n digits</source>
        <translation>
            <numerusform>PIN, %n digit</numerusform>
            <numerusform>PIN, %n digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::PlaceBar</name>
    <message numerus="yes">
        <source>%n served today</source>
        <translation>
            <numerusform>%n served today</numerusform>
            <numerusform>%n served today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::QueueLists</name>
    <message numerus="yes">
        <source>%1 · precedence at most %n min</source>
        <translation>
            <numerusform>%1 · precedence at most %n min</numerusform>
            <numerusform>%1 · precedence at most %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::QueueModel</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n people)</source>
        <translation>
            <numerusform>%1 (%n person)</numerusform>
            <numerusform>%1 (%n people)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min late</source>
        <translation>
            <numerusform>%n min late</numerusform>
            <numerusform>%n min late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::ReceptionPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::RestoreStep</name>
    <message numerus="yes">
        <source>%1
Saved on %2, %n entries</source>
        <translation>
            <numerusform>%1
Saved on %2, %n entry</numerusform>
            <numerusform>%1
Saved on %2, %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1

All %n entries of the backup of %2 were checked: none is missing and none was changed. The files in the new folder are the same byte for byte.

%3</source>
        <translation>
            <numerusform>%1

The %n entry of the backup of %2 was checked: it is there and was not changed. The files in the new folder are the same byte for byte.

%3</numerusform>
            <numerusform>%1

All %n entries of the backup of %2 were checked: none is missing and none was changed. The files in the new folder are the same byte for byte.

%3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::ServiceScreen</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::SignInPage</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>to wait</comment>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>to wait</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::TicketPanel</name>
    <message numerus="yes">
        <source>%1, %n people in all</source>
        <translation>
            <numerusform>%1, %n person in all</numerusform>
            <numerusform>%1, %n people in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::TicketScreen</name>
    <message numerus="yes">
        <source>%n before you</source>
        <translation>
            <numerusform>%n before you</numerusform>
            <numerusform>%n before you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::VersionBoard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::VisitForm</name>
    <message numerus="yes">
        <source>%n former visits</source>
        <translation>
            <numerusform>%n former visit</numerusform>
            <numerusform>%n former visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::VisitorCard</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Called %n times</source>
        <translation>
            <numerusform>Called once</numerusform>
            <numerusform>Called %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) waiting. Press F2 to call.</source>
        <translation>
            <numerusform>%n visitor waiting. Press F2 to call.</numerusform>
            <numerusform>%n visitors waiting. Press F2 to call.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::WorkFrame</name>
    <message numerus="yes">
        <source>After &amp;%n minute(s)</source>
        <translation>
            <numerusform>After &amp;%n minute</numerusform>
            <numerusform>After &amp;%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) that earlier days had left open were closed by rule.</source>
        <translation>
            <numerusform>%n ticket that earlier days had left open was closed by rule.</numerusform>
            <numerusform>%n tickets that earlier days had left open were closed by rule.</numerusform>
        </translation>
    </message>
</context>
</TS>
