using LakeTools.Models;

namespace LakeTools.Generator.Aws;

/// <summary>Makes the clients of AWS services from their models: one C# file for each.</summary>
internal static class AwsCommand
{
    /// <summary>The usage text of the command.</summary>
    public const string Usage = "LakeTools.Generator aws <folder for C# files> <model>...";

    /// <summary>Runs the command.</summary>
    /// <param name="args">The folder for the C# files, and the models.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="FormatException">A model cannot be read, or names what it does not have.</exception>
    public static int Run(string[] args)
    {
        if (args is not [var output, _, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        Directory.CreateDirectory(output);
        foreach (var file in args[1..]) File.WriteAllText(Path.Combine(output, Path.GetFileNameWithoutExtension(file) + ".cs"), Make(file));
        return 0;
    }

    private static string Make(string file)
    {
        try
        {
            using var text = new StreamReader(file);
            return ServiceWriter.Write(new Service(ModelText.Read(text)), Path.GetFileName(file));
        }
        catch (FormatException problem)
        {
            // The form in which MSBuild finds an error in what a program says.
            throw new FormatException($"{file} : error : {problem.Message}", problem);
        }
    }
}
