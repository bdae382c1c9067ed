// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personal_data/personal_data_page.h"

#include "core/base/json_fields.h"
#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/when_ready.h"
#include "ui/pages/personal_data/duplicate_model.h"
#include "ui/pages/personal_data/erase_sheet.h"
#include "ui/pages/personal_data/erasure_model.h"
#include "ui/pages/personal_data/hold_model.h"
#include "ui/pages/personal_data/legal_hold_sheet.h"
#include "ui/pages/personal_data/person_card.h"
#include "ui/pages/personal_data/person_document.h"
#include "ui/pages/personal_data/person_file.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/lookup_controller.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/page_keys.h"
#include "ui/widgets/scan_catcher.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QScrollArea>
#include <QStandardPaths>
#include <QtConcurrentRun>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int personWidth = 440;
constexpr int holdStretch = 2;
constexpr int erasureStretch = 3;
constexpr int holdHeight = 160; ///< at least: what an empty table says is to be read at large type too
constexpr int erasureHeight = 120;
constexpr int reasonLimit = 220;
constexpr double documentPoints = 10.5;

} // namespace

PersonalDataPage::PersonalDataPage(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_clock(clock), m_reader(new PersonReader(gateway, session, this)), m_lookup(new LookupField),
      m_card(new PersonCard(gateway.centre())), m_holds(new HoldModel(gateway.centre().offsetMinutes, this)), m_holdTable(new DataTable),
      m_erasures(new ErasureModel(gateway.centre().offsetMinutes, this)), m_erasureTable(new DataTable),
      m_erasureHeading(new SectionHeading(tr("Erasures"))), m_duplicates(new DuplicateModel(gateway.centre().offsetMinutes, this)),
      m_duplicateTable(new DataTable), m_who(new QLabel), m_message(new Banner(Tone::Success, {}))
{
    m_message->hide();
    m_message->setClosable(true);
    makeActions();
    auto* right = new QVBoxLayout;
    right->setSpacing(space::medium);
    right->addWidget(makeDuplicates(), holdStretch);
    right->addWidget(makeHolds(), holdStretch);
    right->addWidget(makeErasures(), erasureStretch);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    row->addWidget(makePerson(), 1); // beside each other as long as they fit at the reader's size of type
    row->addLayout(right, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::large, space::page, space::large);
    column->setSpacing(space::medium);
    column->addWidget(m_message);
    column->addLayout(row, 1);
    setFocusProxy(m_lookup->edit());
    connect(m_message, &Banner::closed, m_message, &QWidget::hide);
    connect(m_reader, &PersonReader::done, this, &PersonalDataPage::onPerson);
    connect(m_reader, &PersonReader::failed, this, [this](const Error& error) {
        m_person.reset();
        m_card->showNobody();
        m_holds->setHolds({});
        m_duplicates->setRows({}, {});
        follow();
        complain(error);
    });
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (!isVisible())
            return; // it reads everything when it is shown again
        if (changes.persons || changes.tickets)
            readPerson();
        if (changes.persons || changes.nodes)
            readErasures();
    });
    follow();
}

QAction* PersonalDataPage::makeAction(Icons name, const QString& text, const QKeySequence& keys, std::function<void()> act)
{
    auto* action = new QAction(icon(name), text, this);
    action->setShortcut(keys);
    bindPageKeys(action, this);
    connect(action, &QAction::triggered, this, std::move(act));
    return action;
}

void PersonalDataPage::makeActions()
{
    m_pdf = makeAction(Icons::Document, tr("Export as PDF…"), Qt::CTRL | Qt::Key_P, [this] { askFile(u"pdf"_s); });
    m_json = makeAction(Icons::Download, tr("Export as JSON…"), Qt::CTRL | Qt::SHIFT | Qt::Key_J, [this] { askFile(u"json"_s); });
    m_hold = makeAction(Icons::Scales, tr("Place a hold…"), Qt::CTRL | Qt::SHIFT | Qt::Key_G, [this] { placeHold(); });
    m_lift = makeAction(Icons::Undo, tr("Lift the hold…"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] { liftHold(); });
    m_erase = makeAction(Icons::Trash, tr("Erase personal data…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E, [this] { erase(); });
    m_merge = makeAction(Icons::Link, tr("Merge…"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] { mergeChosen(); });
    m_unmerge = makeAction(Icons::Undo, tr("Take the merge back"), Qt::CTRL | Qt::SHIFT | Qt::Key_U, [this] { unmergeChosen(); });
    m_undoMerge = new QAction(tr("Undo"), this);
    connect(m_undoMerge, &QAction::triggered, this, &PersonalDataPage::undoMerge);
}

QWidget* PersonalDataPage::makePerson()
{
    auto* finder = new LookupController(m_gateway, m_session, m_lookup, LookupModel::Offers::KnownOnly);
    m_lookup->setPlaceholderText(tr("Name, pinyin, telephone or document number"));
    m_lookup->setEmptyText(tr("Nobody matches. Whoever was erased can't be found by name any more."));
    m_lookup->edit()->setAccessibleName(tr("Look up a person"));
    const auto found = [this](PersonId person) {
        m_lookup->clear();
        choose(person);
    };
    connect(finder, &LookupController::personChosen, this, [found](const PersonRow& person) { found(person.person); });
    connect(finder, &LookupController::ticketChosen, this, [found](const TicketRow& ticket) { found(ticket.person); }); // it stands for its visitor
    connect(finder, &LookupController::failed, this, &PersonalDataPage::complain);
    auto* scanner = new ScanCatcher(this);
    connect(scanner, &ScanCatcher::scanned, finder, &LookupController::enter);
    auto* card = new Card;
    card->setMaximumWidth(scaled(personWidth));
    card->body()->setSpacing(space::medium);
    card->body()->addWidget(new SectionHeading(tr("Personal data")));
    card->body()->addWidget(m_lookup);
    // Scrolls by itself at large type, so that the sheets, which are as high as the page, keep their buttons in sight.
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("What is kept"));
    area->setWidget(m_card);
    area->viewport()->setAutoFillBackground(false); // the card shows through
    m_card->setAutoFillBackground(false);
    card->body()->addWidget(area, 1);
    for (auto [action, variant] : {std::pair{m_pdf, Variant::Primary}, std::pair{m_json, Variant::Secondary}, std::pair{m_hold, Variant::Secondary},
                                   std::pair{m_erase, Variant::Danger}})
        card->body()->addWidget(new ActionButton(action, variant), 0, Qt::AlignLeft);
    return card;
}

QWidget* PersonalDataPage::makeHolds()
{
    m_holdTable->setModel(m_holds);
    m_holdTable->setKeyRole(HoldModel::keyRole);
    m_holdTable->setMutedColumns({HoldModel::Placed});
    m_holdTable->setBadgeColumn(HoldModel::State, [this](const QModelIndex& index) { return m_holds->state(index.row()); });
    m_holdTable->setStretchColumn(HoldModel::Reason);
    m_holdTable->setMinimumHeight(scaled(holdHeight));
    m_holdTable->setAccessibleName(tr("Legal holds"));
    m_holdTable->emptyState()->setContent(Icons::Scales, tr("No legal hold"),
                                          tr("A legal hold keeps a person's data from being erased, for example while a court case runs."));
    connect(m_holdTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PersonalDataPage::follow);
    auto* heading = new SectionHeading(tr("Legal holds"));
    heading->addTrailing(new ActionButton(m_lift, Variant::Quiet));
    auto* card = new Card(nullptr, false);
    card->body()->addWidget(m_holdTable);
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(heading);
    column->addWidget(card, 1);
    return whole;
}

QWidget* PersonalDataPage::makeErasures()
{
    m_erasureTable->setModel(m_erasures);
    m_erasureTable->setKeyRole(ErasureModel::keyRole);
    m_erasureTable->setMutedColumns({ErasureModel::Who});
    m_erasureTable->setBadgeColumn(ErasureModel::State, [this](const QModelIndex& index) { return m_erasures->state(index.row()); });
    m_erasureTable->setStretchColumn(ErasureModel::Waiting);
    m_erasureTable->setColumnLimit(ErasureModel::Reason, scaled(reasonLimit));
    m_erasureTable->setMinimumHeight(scaled(erasureHeight));
    m_erasureTable->setAccessibleName(tr("Erasures"));
    m_erasureTable->emptyState()->setContent(Icons::Shield, tr("Nobody has been erased"),
                                             tr("Erasures are listed here, with the PCs that have confirmed and those that have still to follow."));
    connect(m_erasureTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PersonalDataPage::sayWho);
    m_who->setTextFormat(Qt::PlainText);
    m_who->setWordWrap(true);
    m_who->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_who->hide();
    auto* card = new Card(nullptr, false);
    card->body()->addWidget(m_erasureTable);
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_erasureHeading);
    column->addWidget(card, 1);
    column->addWidget(m_who);
    return whole;
}

void PersonalDataPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    readPerson();
    readErasures();
}

void PersonalDataPage::choose(PersonId person)
{
    m_chosen = person;
    m_person.reset(); // nothing may be done to the one before while the new one is read
    m_message->hide();
    follow();
    readPerson();
}

void PersonalDataPage::readPerson()
{
    if (m_chosen)
        m_reader->read(*m_chosen);
}

void PersonalDataPage::readErasures()
{
    whenReady(m_gateway.ask(m_session, PersonErasures{}), this, [this](const Result<PersonErasuresReply>& reply) {
        if (reply)
            onErasures(*reply);
        else
            complain(reply.error());
    });
}

void PersonalDataPage::onPerson(const KeptPerson& person)
{
    m_person = person;
    m_chosen = person.person; // who stands for the one that was asked for
    m_card->show(person);
    showDuplicates(person);
    m_holds->setHolds(person.holds);
    if (m_holdTable->currentRow() < 0 && !person.holds.empty())
        m_holdTable->selectRow(0);
    follow();
}

void PersonalDataPage::onErasures(const PersonErasuresReply& reply)
{
    const auto open = std::count_if(reply.erasures.begin(), reply.erasures.end(), [](const auto& each) { return each.state == ErasurePhase::Pending; });
    m_erasureHeading->setCount(open == 0 ? QString() : tr("%n pending", nullptr, int(open)));
    m_erasures->setErasures(reply.erasures);
    if (m_erasureTable->currentRow() < 0 && !reply.erasures.empty())
        m_erasureTable->selectRow(0);
    sayWho();
}

/// The chosen erasure in full; a row of the table cuts long lists of PCs short.
void PersonalDataPage::sayWho()
{
    const PersonErasureReply* erasure = m_erasures->at(m_erasureTable->currentRow());
    m_who->setVisible(erasure != nullptr);
    if (erasure)
        m_who->setText(tr("Confirmed: %1\nStill pending: %2").arg(ErasureModel::confirmed(*erasure), m_erasures->waiting(*erasure)));
}

const HoldRow* PersonalDataPage::chosenHold() const
{
    const HoldRow* hold = m_holds->at(m_holdTable->currentRow());
    return hold && hold->stands ? hold : nullptr;
}

void PersonalDataPage::follow()
{
    const bool isRead = m_person.has_value();
    const bool isErased = isRead && m_person->isErased();
    m_pdf->setEnabled(isRead && !m_isExporting);
    m_json->setEnabled(isRead && !m_isExporting);
    m_hold->setEnabled(isRead && !isErased);
    m_lift->setEnabled(isRead && !isErased && chosenHold());
    m_erase->setEnabled(isRead && m_person->mayBeErased());
    followDuplicates(isRead && !isErased);
}

void PersonalDataPage::placeHold()
{
    if (!m_person)
        return;
    auto* sheet = new LegalHoldSheet(this, m_gateway, m_session, m_person->person, {});
    connect(sheet, &LegalHoldSheet::succeeded, this, [this] {
        say(Tone::Success, tr("The legal hold stands. The data can't be erased until it ends or is lifted."));
        readPerson();
    });
    sheet->openSheet();
}

void PersonalDataPage::liftHold()
{
    const HoldRow* hold = chosenHold();
    if (!m_person || !hold)
        return;
    auto* sheet = new LegalHoldSheet(this, m_gateway, m_session, m_person->person, *hold);
    connect(sheet, &LegalHoldSheet::succeeded, this, [this] {
        say(Tone::Success, tr("The legal hold is lifted."));
        readPerson();
    });
    sheet->openSheet();
}

void PersonalDataPage::erase()
{
    if (!m_person)
        return;
    auto* sheet = new EraseSheet(this, m_gateway, m_session, m_person->person, m_person->known.name, m_person->mergedNames());
    connect(sheet, &EraseSheet::erased, this, &PersonalDataPage::onErased);
    sheet->openSheet();
}

void PersonalDataPage::onErased(const PersonErasureReply& reply)
{
    if (reply.pending.empty())
        say(Tone::Success, tr("The personal data is erased."));
    else
        say(Tone::Success, tr("The personal data is erased here. %n PC(s) will follow as soon as they are reached.", nullptr, int(reply.pending.size())));
    m_lookup->edit()->setFocus(Qt::OtherFocusReason);
    m_erasureTable->setCurrentIndex({}); // the newest is chosen once it is read
    readPerson();
    readErasures();
}

void PersonalDataPage::askFile(const QString& ending)
{
    if (!m_person)
        return;
    // Without the person's name: the dialog keeps names of files.
    const QString name = tr("personal-data-%1.%2", "file name: day, ending").arg(dayText(m_clock.now().dateAt(m_gateway.centre().offsetMinutes)), ending);
    auto* dialog = new QFileDialog(this, tr("Save personal data"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilter(u"*.%1"_s.arg(ending));
    dialog->selectFile(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &PersonalDataPage::exportTo);
    dialog->open();
}

void PersonalDataPage::exportTo(const QString& path)
{
    if (!m_person || m_isExporting)
        return;
    m_isExporting = true;
    follow();
    whenReady(m_gateway.ask(m_session, PersonExport{m_person->person}), this, [this, path](const Result<PersonExportReply>& reply) {
        if (reply)
            write(path, *reply);
        else
            onWritten(Unexpected(reply.error()));
    });
}

/// Embedding a Chinese font takes a moment, and a stick may be slow: not on this thread.
void PersonalDataPage::write(const QString& path, const PersonExportReply& all)
{
    PersonFile file{.path = path, .html = {}, .json = {}, .font = typeFont()};
    // Latin letters and digits from a Latin font first: the CJK font's own can't be searched for or copied out of the file.
    file.font.setFamilies(QStringList(u"Noto Sans"_s) + file.font.families());
    file.font.setPointSizeF(documentPoints);
    if (isPdf(path))
        file.html = personDocument(all, m_gateway.centre());
    else
        file.json = QJsonDocument(toJson(all, m_gateway.centre().offsetMinutes)).toJson();
    whenReady(QtConcurrent::run(writePersonFile, file), this, [this](const Result<WrittenFile>& written) { onWritten(written); });
}

void PersonalDataPage::onWritten(const Result<WrittenFile>& written)
{
    m_isExporting = false;
    follow();
    if (!written)
        return complain(written.error());
    const QString path = QDir::toNativeSeparators(written->path);
    if (written->isPrivate)
        say(Tone::Success, tr("Saved in %1. Hand it to the person only, then delete it here.").arg(path));
    else
        say(Tone::Warning, tr("Saved in %1. This drive can't keep others from reading it: hand it to the person and leave no copy.").arg(path));
}

void PersonalDataPage::say(Tone tone, const QString& text)
{
    m_message->setMessage(tone, text);
    m_message->show();
}

void PersonalDataPage::complain(const Error& error)
{
    say(Tone::Danger, errorText(error, m_gateway.centre()));
}

} // namespace onedoor

#include "moc_personal_data_page.cpp"
