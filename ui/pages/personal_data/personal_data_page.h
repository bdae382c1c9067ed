// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's page of people's rights over their data (个人信息保护法 44–47): look a person up, see what is kept and whether it can
// be erased, give it out as a file, place and lift legal holds, erase it for ever, and see which PCs have still to destroy their key. Owned
// by its parent; everything it refers to outlives it; UI thread.
#pragma once

#include "ui/pages/personal_data/person_reader.h"

#include <QWidget>

class QAction;
class QLabel;

namespace onedoor {

class Banner;
class DataTable;
class DuplicateModel;
class ErasureModel;
class HoldModel;
class LookupField;
class PersonCard;
class SectionHeading;
struct WrittenFile;
enum class Icons;
enum class Tone;

class PersonalDataPage final : public QWidget {
    Q_OBJECT
public:
    PersonalDataPage(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent = nullptr);
    void choose(PersonId person);
    /// Everything about the chosen person into a file; PDF when its name ends so, else JSON.
    void exportTo(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QAction* makeAction(Icons name, const QString& text, const QKeySequence& keys, std::function<void()> act);
    void makeActions();
    QWidget* makePerson();
    QWidget* makeHolds();
    QWidget* makeErasures();
    QWidget* makeDuplicates();
    void readPerson();
    void readErasures();
    void onPerson(const KeptPerson& person);
    void onErasures(const PersonErasuresReply& reply);
    void sayWho();
    void showDuplicates(const KeptPerson& person);
    void followDuplicates(bool isKnown);
    void mergeChosen();
    void onMerged(const PersonMergeReply& reply);
    void unmergeChosen();
    void undoMerge();
    void unmerge(PersonId person);
    void follow();
    const HoldRow* chosenHold() const;
    void placeHold();
    void liftHold();
    void erase();
    void onErased(const PersonErasureReply& reply);
    void askFile(const QString& ending);
    void write(const QString& path, const PersonExportReply& all);
    void onWritten(const Result<WrittenFile>& written);
    void say(Tone tone, const QString& text);
    void complain(const Error& error);

    Gateway& m_gateway;
    const Session& m_session;
    const Clock& m_clock;
    std::optional<PersonId> m_chosen;
    std::optional<KeptPerson> m_person; ///< the chosen one, once it is read
    bool m_isExporting = false;
    PersonReader* m_reader;
    LookupField* m_lookup;
    PersonCard* m_card;
    HoldModel* m_holds;
    DataTable* m_holdTable;
    ErasureModel* m_erasures;
    DataTable* m_erasureTable;
    SectionHeading* m_erasureHeading;
    DuplicateModel* m_duplicates;
    DataTable* m_duplicateTable;
    std::optional<PersonId> m_lastMerged; ///< while its undo is offered
    QLabel* m_who;
    Banner* m_message;
    QAction* m_pdf = nullptr;
    QAction* m_json = nullptr;
    QAction* m_hold = nullptr;
    QAction* m_lift = nullptr;
    QAction* m_erase = nullptr;
    QAction* m_merge = nullptr;
    QAction* m_unmerge = nullptr;
    QAction* m_undoMerge = nullptr;
};

} // namespace onedoor
