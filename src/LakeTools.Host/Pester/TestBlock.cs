namespace LakeTools.Host.Pester;

/// <summary>A Describe or Context, or a file as the block of all its blocks.</summary>
public sealed class TestBlock(string kind, string name, TestBlock? parent, object? data, bool hasData, bool skip, string?[] tag)
{
    public string Kind => kind;

    public string Name => name;

    public TestBlock? Parent => parent;

    /// <summary>The item of -ForEach that this block is for.</summary>
    public object? Data => data;

    public bool HasData => hasData;

    public bool Skip => skip;

    public string?[] Tag => tag;

    /// <summary>Blocks and tests, in order.</summary>
    public List<object> Items { get; } = [];

    public List<ScriptBlock> BeforeAll { get; } = [];

    public List<ScriptBlock> AfterAll { get; } = [];

    public List<ScriptBlock> BeforeEach { get; } = [];

    public List<ScriptBlock> AfterEach { get; } = [];

    /// <summary>The block of a whole file.</summary>
    public static TestBlock OfFile(string path) => new("File", Path.GetFileName(path), null, null, false, false, []);

    /// <summary>The blocks around what is in this one, the outermost first.</summary>
    public TestBlock[] Chain() => [.. parent?.Chain() ?? [], this];

    /// <summary>Whether a test in it will run; hooks of blocks without any do not.</summary>
    public bool HasWork() => Items.Exists(item => item is TestCase { Skip: false } || (item is TestBlock block && block.HasWork()));

    /// <summary>Leaves out the tests that the tags do not ask for.</summary>
    public void Filter(string[]? tags, string[]? excluded)
    {
        foreach (var block in Items.OfType<TestBlock>()) block.Filter(tags, excluded);
        Items.RemoveAll(item => item is TestCase test && !test.IsWanted(tags ?? [], excluded ?? []));
    }
}
