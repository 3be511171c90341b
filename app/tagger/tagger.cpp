// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tagger/tagger.h"

#include "tagger/network.h"
#include "tagger/tagger_files.h"
#include "tagger/word_vectors.h"

#include <QLoggingCategory>

#include <algorithm>
#include <cmath>

namespace nutgraf::tagger {

Q_LOGGING_CATEGORY(lcTagger, "nutgraf.tagger", QtWarningMsg)

namespace {

enum RoleLabel { Outside, Begin, Inside };
constexpr size_t RoleLabels = 3;
constexpr size_t Roles = 3;
constexpr size_t LinkVectors = 4;

/// Where words are cut into pieces that the network reads at once: before the last first word of a
/// sentence in the second half, else where the piece is full.
std::vector<size_t> cuts(std::span<const Word> words, size_t longest)
{
    std::vector<size_t> begins{0};
    while (words.size() - begins.back() > longest) {
        const size_t begin = begins.back();
        size_t cut = begin + longest;
        while (cut >= begin + longest / 2 && !words[cut].isFirst) {
            --cut;
        }
        begins.push_back(cut >= begin + longest / 2 ? cut : begin + longest);
    }
    begins.push_back(words.size());
    return begins;
}

/// The least sure label from `first` to the word after `last`, which says that it ends there.
Span spanOf(const Labelling &labelling, size_t first, size_t last, size_t offset)
{
    const size_t end = std::min(last + 2, labelling.sureness.size());
    float least = 1;
    for (size_t i = first; i < end; ++i) {
        least = std::min(least, labelling.sureness[i]);
    }
    return {static_cast<int>(offset + first), static_cast<int>(offset + last), least};
}

std::vector<Span> roleSpans(const Labelling &labelling, size_t offset)
{
    std::vector<Span> found;
    const auto labelAt = [&](size_t i) {
        return i < labelling.labels.size() ? labelling.labels[i] : static_cast<int>(Outside);
    };
    for (size_t i = 0; i < labelling.labels.size(); ++i) {
        if (labelAt(i) == Outside) {
            continue;
        }
        const size_t first = i;
        while (labelAt(i + 1) == Inside) {
            ++i;
        }
        found.push_back(spanOf(labelling, first, i, offset));
    }
    return found;
}

} // namespace

struct Tagger::Private {
    void readNames(const Labelling &labelling, size_t offset, Tags &tags) const;
    void readPiece(QStringView text, std::span<const Word> words, size_t offset, Tags &tags) const;

    Settings settings;
    std::shared_ptr<const std::array<std::vector<float>, 2>> distance;
    WordVectors vectors;
    Network network;
    std::vector<std::optional<NameType>> types; ///< of the entity labels
};

void Tagger::Private::readNames(const Labelling &labelling, size_t offset, Tags &tags) const
{
    size_t first = 0;
    for (size_t i = 0; i < labelling.labels.size(); ++i) {
        const auto label = static_cast<size_t>(labelling.labels[i]);
        const std::optional<NameType> type = types[label];
        if (!type) {
            continue;
        }
        const QChar place = settings.entityLabels.at(labelling.labels[i]).front();
        if (place == u'B' || place == u'S') {
            first = i;
        }
        if (place == u'E' || place == u'S') {
            tags.names.push_back({spanOf(labelling, first, i, offset), *type});
        }
    }
}

void Tagger::Private::readPiece(QStringView text, std::span<const Word> words, size_t offset,
                                Tags &tags) const
{
    const auto dimensions = static_cast<size_t>(vectors.dimensions());
    std::vector<float> inputs(words.size() * dimensions);
    std::vector<Columns> columns;
    columns.reserve(words.size());
    for (size_t i = 0; i < words.size(); ++i) {
        const QStringView spelled = words[i].range.in(text);
        columns.push_back(
            columnsOf(spelled, words[i], offset + i == 0 ? Place::Opening : Place::Later));
        vectors.write(lowerCase(spelled), std::span(inputs).subspan(i * dimensions, dimensions));
    }
    std::vector<float> scores = network.scores(inputs, columns);
    if (scores.empty()) {
        scores.resize(words.size() * network.outputs()); // all labels alike: nothing is found
    }
    const size_t stride = network.outputs();
    const std::span<const float> all = scores;
    readNames(settings.chains[0].best(all, stride, words.size()), offset, tags);
    size_t column = static_cast<size_t>(settings.entityLabels.size());
    for (size_t role = 0; role < Roles; ++role) {
        const Labelling labelling =
            settings.chains[1 + role].best(all.subspan(column), stride, words.size());
        std::vector<Span> &target = role == 0 ? tags.sources
            : role == 1                       ? tags.cues
                                              : tags.contents;
        std::ranges::copy(roleSpans(labelling, offset), std::back_inserter(target));
        column += RoleLabels;
    }
    for (size_t i = 0; i < words.size(); ++i) {
        const auto links = all.subspan(i * stride + column, LinkVectors * settings.linkValues);
        tags.m_links.insert(tags.m_links.end(), links.begin(), links.end());
    }
}

float Tags::link(size_t kind, const Span &cue, const Span &other) const
{
    const size_t stride = LinkVectors * m_values;
    const std::vector<float> &distance = m_distance->at(kind);
    const int reach = static_cast<int>(distance.size() / 2);
    const float *asked = &m_links[static_cast<size_t>(cue.first) * stride + 2 * kind * m_values];
    float sum = 0;
    for (int word = other.first; word <= other.last; ++word) {
        const float *given =
            &m_links[static_cast<size_t>(word) * stride + (2 * kind + 1) * m_values];
        float product = 0;
        for (size_t i = 0; i < m_values; ++i) {
            product += asked[i] * given[i];
        }
        const int place = reach + std::clamp(word - cue.first, -reach, reach);
        sum += product / std::sqrt(static_cast<float>(m_values))
            + distance[static_cast<size_t>(place)];
    }
    const int words = other.last - other.first + 1;
    return sum / static_cast<float>(words);
}

float Tags::sourceLink(const Span &cue, const Span &source) const
{
    return link(0, cue, source);
}

float Tags::contentLink(const Span &cue, const Span &content) const
{
    return link(1, cue, content);
}

Tagger::Tagger(std::unique_ptr<Private> p) : d(std::move(p)) { }
Tagger::~Tagger() = default;

Result<std::shared_ptr<const Tagger>> Tagger::load(const QString &folder)
{
    Result<Settings> settings = loadSettings(folder + QStringLiteral("/tagger.json"));
    if (!settings) {
        return std::unexpected(settings.error());
    }
    Result<WordVectors> vectors = WordVectors::load(folder);
    if (!vectors) {
        return std::unexpected(vectors.error());
    }
    const QString file = folder + QStringLiteral("/tagger.onnx");
    Result<Network> network = Network::load(file);
    if (!network) {
        return std::unexpected(network.error());
    }
    const auto labels = static_cast<size_t>(settings->entityLabels.size());
    if (network->outputs() != labels + Roles * RoleLabels + LinkVectors * settings->linkValues) {
        return fail(ErrorCode::ModelInvalid, file, QStringLiteral("scores"));
    }
    std::vector<std::optional<NameType>> types;
    for (const QString &label : settings->entityLabels) {
        const QStringView type = QStringView(label).sliced(std::min<qsizetype>(2, label.size()));
        types.push_back(type == u"PER"        ? std::optional(NameType::Person)
                            : type == u"ORG"  ? std::optional(NameType::Organisation)
                            : type == u"LOC"  ? std::optional(NameType::Location)
                            : type == u"MISC" ? std::optional(NameType::Misc)
                                              : std::nullopt);
    }
    auto distance = std::make_shared<const std::array<std::vector<float>, 2>>(settings->distance);
    auto d = std::make_unique<Private>(Private{*std::move(settings), std::move(distance),
                                               *std::move(vectors), *std::move(network),
                                               std::move(types)});
    return std::shared_ptr<const Tagger>(new Tagger(std::move(d)));
}

Result<std::shared_ptr<const Tagger>> Tagger::installed()
{
    static const Result<std::shared_ptr<const Tagger>> tagger =
        []() -> Result<std::shared_ptr<const Tagger>> {
        const QString folder = installedModel();
        if (folder.isEmpty()) {
            qCInfo(lcTagger) << "no model is installed";
            return nullptr;
        }
        Result<std::shared_ptr<const Tagger>> loaded = load(folder);
        if (!loaded) {
            qCWarning(lcTagger) << loaded.error().subject << loaded.error().detail;
        }
        return loaded;
    }();
    return tagger;
}

Tags Tagger::tag(QStringView text, std::span<const Word> words) const
{
    Tags tags;
    tags.m_distance = d->distance;
    tags.m_values = d->settings.linkValues;
    if (words.empty()) {
        return tags;
    }
    const std::vector<size_t> begins = cuts(words, d->settings.longestPiece);
    for (size_t i = 0; i + 1 < begins.size(); ++i) {
        d->readPiece(text, words.subspan(begins[i], begins[i + 1] - begins[i]), begins[i], tags);
    }
    return tags;
}

} // namespace nutgraf::tagger
