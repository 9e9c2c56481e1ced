# The first phase: a file is run once to find its blocks and tests. Only BeforeDiscovery and the bodies of blocks run in it.

function Assert-Discovery([string] $Command) {
    if ($script:Run.Phase -ne 'Discovery') { throw "$Command can be used only at the top of a file or in a block, and not in It or a hook." }
}

function Add-Block([string] $Kind, [string] $Name, [scriptblock] $Fixture, $ForEach, [bool] $HasData, [bool] $Skip, [string[]] $Tag) {
    Assert-Discovery $Kind
    [object[]] $sets = @($null)   # one block without data; an if would unroll the null
    if ($HasData) { $sets = @($ForEach) }
    foreach ($data in $sets) {
        $parent = $script:Run.Current
        $block = [LakeTools.Host.Pester.TestBlock]::new($Kind, $Name, $parent, $data, $HasData, ($Skip -or $parent.Skip), @($Tag) + @($parent.Tag))
        $parent.Items.Add($block)
        $script:Run.Current = $block
        try { & $script:Run.Bound.NewScope { . $Fixture } $HasData $data | Out-Null } finally { $script:Run.Current = $parent }
    }
}

function Describe {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Position = 1)] [scriptblock] $Fixture,
        [string[]] $Tag,
        $ForEach,
        [switch] $Skip,
        [switch] $AllowNullOrEmptyForEach
    )
    Add-Block Describe $Name $Fixture $ForEach $PSBoundParameters.ContainsKey('ForEach') $Skip $Tag
}

function Context {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Position = 1)] [scriptblock] $Fixture,
        [string[]] $Tag,
        $ForEach,
        [switch] $Skip,
        [switch] $AllowNullOrEmptyForEach
    )
    Add-Block Context $Name $Fixture $ForEach $PSBoundParameters.ContainsKey('ForEach') $Skip $Tag
}

function It {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Position = 1)] [scriptblock] $Test,
        [Alias('TestCases')] [object[]] $ForEach,
        [string[]] $Tag,
        [switch] $Skip,
        [switch] $AllowNullOrEmptyForEach
    )
    Assert-Discovery It
    $hasData = $PSBoundParameters.ContainsKey('ForEach')
    [object[]] $sets = @($null)
    if ($hasData) { $sets = @($ForEach) }
    foreach ($data in $sets) {
        $block = $script:Run.Current
        $block.Items.Add([LakeTools.Host.Pester.TestCase]::new($Name, $block, $Test, $data, $hasData, ($Skip -or $block.Skip), @($Tag) + @($block.Tag)))
    }
}

function Add-Hook([string] $Kind, [scriptblock] $Body) {
    Assert-Discovery $Kind
    $script:Run.Current.$Kind.Add($Body)
}

function BeforeAll { param([Parameter(Mandatory, Position = 0)] [scriptblock] $Scriptblock) Add-Hook BeforeAll $Scriptblock }
function AfterAll { param([Parameter(Mandatory, Position = 0)] [scriptblock] $Scriptblock) Add-Hook AfterAll $Scriptblock }
function BeforeEach { param([Parameter(Mandatory, Position = 0)] [scriptblock] $Scriptblock) Add-Hook BeforeEach $Scriptblock }
function AfterEach { param([Parameter(Mandatory, Position = 0)] [scriptblock] $Scriptblock) Add-Hook AfterEach $Scriptblock }
function BeforeDiscovery { param([Parameter(Mandatory, Position = 0)] [scriptblock] $ScriptBlock) . $ScriptBlock }
