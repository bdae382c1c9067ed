// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/hall/spoken_announcer.h"

#include "ui/pages/hall/chime.h"

namespace onedoor {

using namespace Qt::StringLiterals;

QString spokenCall(const CentreDefinition& centre, const DisplayCall& call)
{
    const Place* place = centre.findPlace(call.place);
    if (centre.display.spokenCall.isEmpty() || place == nullptr)
        return {};
    QStringList characters;
    for (const QChar character : call.number)
        characters.append(character);
    // In one pass: what is put in is not searched again.
    QString sentence = centre.display.spokenCall;
    const qsizetype numberAt = sentence.indexOf("{number}"_L1);
    const qsizetype placeAt = sentence.indexOf("{place}"_L1);
    const auto putNumber = [&] { sentence.replace(numberAt, 8, characters.join(u' ')); };
    const auto putPlace = [&] { sentence.replace(placeAt, 7, place->shortLabel); };
    if (numberAt < 0 || placeAt < 0)
        return {};
    if (numberAt > placeAt) {
        putNumber();
        putPlace();
    } else {
        putPlace();
        putNumber();
    }
    return sentence;
}

SpokenAnnouncer::SpokenAnnouncer(const CentreDefinition& centre, Announcer& chime, Voice& voice, QObject* parent)
    : QObject(parent), m_centre(centre), m_chime(chime), m_voice(voice)
{
    constexpr std::chrono::milliseconds patience{20'000};
    m_afterChime.setSingleShot(true);
    m_afterChime.setInterval(chimeLength);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_afterChime, &QTimer::timeout, this, &SpokenAnnouncer::speak);
    connect(&m_patience, &QTimer::timeout, this, &SpokenAnnouncer::finish);
    connect(&m_voice, &Voice::done, this, [this] {
        if (m_isSpeaking) // not the late end of a sentence that was given up, while the next chime sounds
            finish();
    });
}

void SpokenAnnouncer::announce(const DisplayCall& call)
{
    m_waiting.push_back(call);
    if (!m_isBusy)
        begin();
}

void SpokenAnnouncer::begin()
{
    m_isBusy = true;
    m_chime.announce(m_waiting.front());
    m_afterChime.start();
}

void SpokenAnnouncer::speak()
{
    const QString sentence = m_voice.isThere() ? spokenCall(m_centre, m_waiting.front()) : QString();
    if (sentence.isEmpty()) {
        finish();
        return;
    }
    m_isSpeaking = true;
    m_patience.start();
    m_voice.say(sentence);
}

void SpokenAnnouncer::finish()
{
    m_patience.stop();
    m_isSpeaking = false;
    m_isBusy = false;
    m_waiting.pop_front();
    if (!m_waiting.empty())
        begin();
}

} // namespace onedoor

#include "moc_spoken_announcer.cpp"
