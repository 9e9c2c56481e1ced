

using LakeTools.Aws.Query;

namespace LakeTools.Tests.Aws;

/// <summary>Source of the form: Smithy's awsQuery protocol.</summary>
public sealed class QueryFormTests
{
    [Fact]
    public void Lists_maps_and_bytes_have_their_forms()
    {
        var form = new Dictionary<string, string>();

        QueryForm.Write(new Input { Names = ["a", "b"], Map = new() { ["k"] = 1.5 }, Bytes = new MemoryStream([0, 1, 255]) }, form);

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Names.member.1"] = "a",
                ["Names.member.2"] = "b",
                ["Map.entry.1.key"] = "k",
                ["Map.entry.1.value"] = "1.5",
                ["Bytes"] = "AAH/",
            },
            form);
    }

    private sealed class Input
    {
        public List<string>? Names { get; init; }

        public Dictionary<string, double>? Map { get; init; }

        public MemoryStream? Bytes { get; init; }
    }
}
