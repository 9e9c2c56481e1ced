using System.Globalization;

namespace LakeTools.Models;

/// <summary>
/// The text of one AWS service, src/models/*.model: what its operations take, answer and fail with. The clients are made of it in
/// the build, and the embedded lake checks requests against it. One thing a line; '#' begins a comment; members are indented.
/// <code>
/// service glue                                the signing name
/// title AWS Glue                              the service's name in documentation
/// client Amazon.Glue AmazonGlue               namespace and prefix of the client's classes; absent where an official package is used
/// id Glue                                     the service's id in AWS's models, of which AWS_ENDPOINT_URL_* are named
/// protocol json-1.1                           or rest-json, query, ec2
/// paths lower                                 the path of an operation is its name in lower case, for rest-json
/// version 2017-03-31                          the API's version
/// endpoint aws fips-dualstack HOST REGION     a host that is not SERVICE.REGION.SUFFIX, see EndpointText
/// target AWSGlue                              what is before the operation in X-Amz-Target, for json-1.1
/// namespace https://...                       of XML answers, for query and ec2
/// constraint-error ValidationException        what answers a broken constraint
/// pattern uuid [a-f0-9-]+                     a pattern as AWS states it, by a name of our own
/// type NameString string(1..255)~uuid         a named type: kind, range (length, count or value), ~pattern, * where sensitive
/// enum Sort ASC DESC
/// error NoSuchEntity as NoSuchEntityException the code on the wire, and the class where it has another name; members follow
/// structure Order                             ! marks a member that must be given
///   Column! NameString
///   Names [NameString](..10)                  a list, {K:V} is a map
/// operation GetTables pages TableList         what it takes; pages: a list that goes by token, with the member that holds the items
///   TableInput=table TableInput               =table is the member's name in errors where it is not the usual one
///  -&gt;                                         what it answers follows
///   TableList [Table]
///  ! InvalidInputException                    the errors that AWS's model lists, by class
/// </code>
/// Kinds are those of <see cref="TypeText"/>.
/// </summary>
internal sealed class ModelText
{
    private readonly Dictionary<string, string> _header = new(StringComparer.Ordinal);

    private ModelText()
    {
    }

    /// <summary>The patterns by name.</summary>
    public Dictionary<string, string> Patterns { get; } = new(StringComparer.Ordinal);

    /// <summary>The named types.</summary>
    public Dictionary<string, string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The values of each enumeration.</summary>
    public Dictionary<string, string[]> Enums { get; } = new(StringComparer.Ordinal);

    /// <summary>The hosts that are exceptions, in the text's order.</summary>
    public List<EndpointText> Endpoints { get; } = [];

    /// <summary>The errors, in the text's order.</summary>
    public List<ErrorText> Errors { get; } = [];

    /// <summary>The members of each structure.</summary>
    public Dictionary<string, List<MemberText>> Structures { get; } = new(StringComparer.Ordinal);

    /// <summary>The operations, in the text's order.</summary>
    public List<OperationText> Operations { get; } = [];

    /// <summary>Reads a model.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The model.</returns>
    /// <exception cref="FormatException">A line has an unknown form.</exception>
    public static ModelText Read(TextReader text)
    {
        var model = new ModelText();
        List<MemberText>? members = null;
        var number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            try
            {
                members = line[0] == ' ' ? model.ReadIndented(line, members) : model.ReadLine(line);
            }
            catch (Exception problem) when (problem is FormatException or ArgumentException)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"Line {number}, '{line}'");
                throw new FormatException($"{place}: {problem.Message}", problem);
            }
        }

        return model;
    }

    /// <summary>A line of the header.</summary>
    /// <param name="word">Its first word.</param>
    /// <returns>The text after the word; empty if the text has no such line.</returns>
    public string Header(string word) => _header.GetValueOrDefault(word, "");

    private List<MemberText> ReadIndented(string line, List<MemberText>? members)
    {
        if (line == " ->") return Operations[^1].Answer;
        if (line.StartsWith(" ! ", StringComparison.Ordinal))
        {
            Operations[^1].Errors.AddRange(line[3..].Split(' '));
            return Operations[^1].Answer;
        }

        if (members is null) throw new FormatException("A member follows a structure, an error or an operation.");
        members.Add(MemberText.Parse(line.Trim()));
        return members;
    }

    private List<MemberText>? ReadLine(string line)
    {
        var words = line.Split(' ', 3);
        switch (words)
        {
            case ["pattern", var name, var pattern]:
                Patterns.Add(name, pattern);
                return null;
            case ["type", var name, var type]:
                Types.Add(name, type);
                return null;
            case ["enum", var name, var values]:
                Enums.Add(name, values.Split(' '));
                return null;
            case ["endpoint", ..]:
                Endpoints.Add(EndpointText.Parse(line.Split(' ')));
                return null;
            case ["error", ..]:
                Errors.Add(ErrorText.Parse(line.Split(' ')));
                return Errors[^1].Members;
            case ["structure", var name]:
                var members = new List<MemberText>();
                Structures.Add(name, members);
                return members;
            case ["operation", ..]:
                Operations.Add(OperationText.Parse(line.Split(' ')));
                return Operations[^1].Input;
            case [var word, _, ..]:
                _header.Add(word, line[(word.Length + 1)..]);
                return null;
            default:
                throw new FormatException("The line begins with no word that is known.");
        }
    }
}
