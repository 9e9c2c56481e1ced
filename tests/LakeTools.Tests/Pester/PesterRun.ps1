# Runs Pester files in this process. Several processes may share a queue: each takes the next file that none has taken, and writes
# how it went beside it. A queue is a folder with a file NAME.next for each Pester file, which holds its path.
param([string] $Queue, [string] $Pester)
Import-Module $Pester -ErrorAction Stop
$configuration = New-PesterConfiguration
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'

function Get-Problem($records) {
    @($records | ForEach-Object { $_.DisplayErrorMessage ?? "$_"; $_.ScriptStackTrace }) -join "`n"
}

foreach ($next in Get-ChildItem -LiteralPath $Queue -Filter *.next | Sort-Object Name) {
    $taken = [System.IO.Path]::ChangeExtension($next.FullName, 'taken')
    try { [System.IO.File]::Move($next.FullName, $taken) }
    catch [System.IO.IOException] { continue }
    $configuration.Run.Path = [System.IO.File]::ReadAllText($taken)
    $location = Get-Location
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $result = Invoke-Pester -Configuration $configuration
    Set-Location $location
    Get-Module LakeTools | Remove-Module -Force
    $written = [System.IO.Path]::ChangeExtension($next.FullName, 'json')
    @{
        Seconds = $watch.Elapsed.TotalSeconds
        Tests = @($result.Tests | ForEach-Object { @{ Path = $_.ExpandedPath; Result = "$($_.Result)"; Error = Get-Problem $_.ErrorRecord } })
        # Containers and blocks that fail may leave tests that never ran, and no failed one.
        Broken = @(@($result.FailedContainers) + @($result.FailedBlocks) | ForEach-Object { Get-Problem $_.ErrorRecord })
    } | ConvertTo-Json -Depth 4 | Set-Content -LiteralPath "$written.part"
    [System.IO.File]::Move("$written.part", $written)
}
