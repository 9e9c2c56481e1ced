using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Operations;

/// <summary>
/// GetPlan: a Python script that reads a table, maps its columns and writes them to tables, or to a folder of S3. Its text is ours, of the
/// calls that AWS documents for such scripts.
/// </summary>
internal static class EtlPlan
{
    private const string Head = """
        import sys
        from awsglue.transforms import ApplyMapping
        from awsglue.utils import getResolvedOptions
        from pyspark.context import SparkContext
        from awsglue.context import GlueContext
        from awsglue.job import Job

        args = getResolvedOptions(sys.argv, ["JOB_NAME"])
        glueContext = GlueContext(SparkContext())
        job = Job(glueContext)
        job.init(args["JOB_NAME"], args)

        """;

    public static JsonObject Get(ApiCall call)
    {
        if (call.Input.Text("Language") == "SCALA") throw Refused("Scala");
        if (call.Input["AdditionalPlanOptionsMap"] is JsonObject { Count: > 0 }) throw Refused("AdditionalPlanOptionsMap");
        var location = call.Input["Location"] as JsonObject ?? [];
        if (location["Jdbc"] is JsonArray { Count: > 0 }) throw Refused("Location.Jdbc");
        if (location["DynamoDB"] is JsonArray { Count: > 0 }) throw Refused("Location.DynamoDB");
        var script = new StringBuilder(Head.ReplaceLineEndings("\n"));
        script.Append("source = glueContext.create_dynamic_frame.from_catalog(")
            .Append(Table(call.Input["Source"]!.AsObject())).Append(", transformation_ctx=\"source\")\n");
        var mappings = call.Input.Items("Mapping").Select(Mapping).ToList();
        script.Append("mapped = ApplyMapping.apply(frame=source, mappings=[").Append(string.Join(", ", mappings))
            .Append("], transformation_ctx=\"mapped\")\n");
        var sinks = call.Input.Items("Sinks").Select(sink => $"from_catalog(frame=mapped, {Table(sink)}, ").ToList();
        if (location.Items("S3").ToList() is { Count: > 0 } s3)
        {
            if (s3.Exists(argument => argument.Flag("Param"))) throw Refused("Param");
            var options = s3.Select(argument => $"{Quoted(argument.Required("Name"))}: {Quoted(argument.Required("Value"))}");
            sinks.Add($"from_options(frame=mapped, connection_type=\"s3\", connection_options={{{string.Join(", ", options)}}}, ");
        }

        for (var number = 1; number <= sinks.Count; number++)
            script.Append("glueContext.write_dynamic_frame.").Append(sinks[number - 1]).Append($"transformation_ctx=\"sink{number}\")\n");
        return new JsonObject { ["PythonScript"] = script.Append("job.commit()\n").ToString() };
    }

    private static string Table(JsonObject entry) =>
        $"database={Quoted(entry.Required("DatabaseName"))}, table_name={Quoted(entry.Required("TableName"))}";

    /// <summary>From path and type to path and type; the tables are the source and the sinks.</summary>
    private static string Mapping(JsonObject entry) =>
        $"({string.Join(", ", ((string[])["SourcePath", "SourceType", "TargetPath", "TargetType"]).Select(member =>
            Quoted(entry.Text(member) ?? throw Invalid($"A mapping needs a {member}."))))})";

    /// <summary>A text of JSON in ASCII is one of Python.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static ApiException Refused(string what) =>
        Invalid($"{what} is not planned for by the embedded lake, which writes Python for tables and folders of S3.");

    private static ApiException Invalid(string text) => new("InvalidInputException", text);
}
