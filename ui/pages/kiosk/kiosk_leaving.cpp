// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/kiosk_leaving.h"

#include "core/services/api/staff_calls.h"
#include "core/services/error_text.h"
#include "ui/models/when_ready.h"
#include "ui/pages/kiosk/message_screen.h"
#include "ui/pages/kiosk/number_screen.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// Staff is who answers calls from the hall; a kiosk's own account is not.
bool isStaff(const Session& session, const CentreDefinition& centre)
{
    return std::any_of(centre.roles.begin(), centre.roles.end(), [&](const Role& role) {
        return session.roles.contains(role.key) && role.permits(QString::fromLatin1(StaffAnswer::name));
    });
}

} // namespace

KioskLeaving::KioskLeaving(Gateway& gateway, QObject* parent) : QObject(parent), m_gateway(gateway) {}

void KioskLeaving::begin()
{
    m_step = Step::Login;
    m_login.clear();
    m_fault.reset();
    Q_EMIT changed();
}

void KioskLeaving::stop()
{
    m_step = Step::None;
    m_login.clear();
    m_fault.reset();
    Q_EMIT changed();
}

KioskScreen* KioskLeaving::makeScreen(const KioskMeasure& measure)
{
    if (m_step == Step::Checking)
        return new MessageScreen(measure, tr("One moment, please …"), {});
    NumberQuestion question;
    question.keys = KioskKeypad::Keys::Letters;
    if (m_step == Step::Login) {
        question.heading = tr("Staff: your login");
        question.label = tr("Login");
        question.holds = KioskEntry::Holds::Login;
        question.fault = m_fault ? errorText(*m_fault, m_gateway.centre()) : QString();
    } else {
        question.heading = tr("Staff: your password or PIN");
        question.label = tr("Password or PIN");
        question.holds = KioskEntry::Holds::Secret;
    }
    auto* screen = new NumberScreen(measure, question);
    screen->addOther(tr("Back"), [this] { QMetaObject::invokeMethod(this, &KioskLeaving::stop, Qt::QueuedConnection); });
    screen->addGive(m_step == Step::Login ? tr("Next") : tr("Leave the kiosk"));
    connect(
        screen, &NumberScreen::given, this,
        [this](const QString& text) {
            if (m_step != Step::Login)
                return check(text);
            m_login = text;
            m_step = Step::Secret;
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
    return screen;
}

void KioskLeaving::check(const QString& secret)
{
    m_step = Step::Checking;
    Q_EMIT changed();
    whenReady(m_gateway.signIn(m_login, secret), this, [this](const Result<Session>& session) {
        if (m_step != Step::Checking)
            return;
        if (session && isStaff(*session, m_gateway.centre())) {
            stop();
            Q_EMIT allowed();
            return;
        }
        const Error notStaff{ErrorKind::Forbidden, u"session.notPermitted"_s, {}, {}};
        m_fault = session ? notStaff : session.error();
        m_step = Step::Login;
        Q_EMIT changed();
    });
}

} // namespace onedoor

#include "moc_kiosk_leaving.cpp"
