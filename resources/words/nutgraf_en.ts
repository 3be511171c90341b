<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>nutgraf::compare::CompareRows</name>
    <message numerus="yes">
        <source>%n paragraphs</source>
        <translation>
            <numerusform>%n paragraph</numerusform>
            <numerusform>%n paragraphs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::compare::CompareView</name>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; paragraphs changed</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; paragraph changed</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; paragraphs changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; quotes</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; quote</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; quotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::desk::DeskList</name>
    <message numerus="yes">
        <source>%Ln stories</source>
        <translation>
            <numerusform>%Ln story</numerusform>
            <numerusform>%Ln stories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::page::ReplacePreview</name>
    <message numerus="yes">
        <source>Replace %n</source>
        <translation>
            <numerusform>Replace %n</numerusform>
            <numerusform>Replace %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::publish::ChecksPage</name>
    <message numerus="yes">
        <source>Review these %n</source>
        <translation>
            <numerusform>Review this one</numerusform>
            <numerusform>Review these %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::publish::FinishPage</name>
    <message numerus="yes">
        <source>%n words, in 4 formats</source>
        <translation>
            <numerusform>%n word, in 4 formats</numerusform>
            <numerusform>%n words, in 4 formats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, hashes match.</source>
        <translation>
            <numerusform>%n file, hashes match.</numerusform>
            <numerusform>%n files, hashes match.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The web edition is out: %n words.</source>
        <translation>
            <numerusform>The web edition is out: %n word.</numerusform>
            <numerusform>The web edition is out: %n words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::publish::Steps</name>
    <message numerus="yes">
        <source>%n to confirm</source>
        <translation>
            <numerusform>%n to confirm</numerusform>
            <numerusform>%n to confirm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n findings block</source>
        <translation>
            <numerusform>%n finding blocks</numerusform>
            <numerusform>%n findings block</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wire %n files</source>
        <translation>
            <numerusform>Wire %n file</numerusform>
            <numerusform>Wire %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>web %n files</source>
        <translation>
            <numerusform>web %n file</numerusform>
            <numerusform>web %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::publish::WebPage</name>
    <message numerus="yes">
        <source>%n dates made absolute.</source>
        <translation>
            <numerusform>%n date made absolute.</numerusform>
            <numerusform>%n dates made absolute.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names completed.</source>
        <translation>
            <numerusform>%n name completed.</numerusform>
            <numerusform>%n names completed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words more than the target.</source>
        <translation>
            <numerusform>%n word more than the target.</numerusform>
            <numerusform>%n words more than the target.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::window::PublishWork</name>
    <message numerus="yes">
        <source>The website is made: %n stories.</source>
        <translation>
            <numerusform>The website is made: %n story.</numerusform>
            <numerusform>The website is made: %n stories.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n versions checked, every hash and the chain.</source>
        <translation>
            <numerusform>%n version checked, every hash.</numerusform>
            <numerusform>%n versions checked, every hash and the chain.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::window::StatusCells</name>
    <message numerus="yes">
        <source>%1 of %n quotes attributed</source>
        <translation>
            <numerusform>%1 of %n quote attributed</numerusform>
            <numerusform>%1 of %n quotes attributed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::panels::VersionSection</name>
    <message numerus="yes">
        <source>%n versions as published</source>
        <translation>
            <numerusform>%n version as published</numerusform>
            <numerusform>%n versions as published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files not as published</source>
        <translation>
            <numerusform>%n file not as published</numerusform>
            <numerusform>%n files not as published</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::panels::EntitySection</name>
    <message numerus="yes">
        <source>named %n times</source>
        <translation>
            <numerusform>named once</numerusform>
            <numerusform>named %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, meant by %n pronouns</source>
        <translation>
            <numerusform>, meant by one pronoun</numerusform>
            <numerusform>, meant by %n pronouns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::panels::Entities</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::panels::Attribution</name>
    <message numerus="yes">
        <source>%n statements</source>
        <translation>
            <numerusform>%n statement</numerusform>
            <numerusform>%n statements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsourced quotes</source>
        <translation>
            <numerusform>%n unsourced quote</numerusform>
            <numerusform>%n unsourced quotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::panels::Versions</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nutgraf::panels::SectionHeader</name>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
</TS>
