BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Catalog'
}

Describe 'Partitions' {
    BeforeEach {
        $lake = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid())) -PassThru
        $null = New-GlueDatabase sales -LocationUri s3://lake-p/
        $null = New-GlueTable sales orders -Column 'id:int' -PartitionKey 'year:int', 'month:int' -Location s3://lake-p/orders/
    }

    It 'are made and found by value and by filter' {
        $null = New-GluePartition sales orders -Value 2025, 12
        $null = New-GluePartition sales orders -Value 2026, 1
        Get-GluePartition sales orders | Should -HaveCount 2
        (Get-GluePartition sales orders -Filter 'year >= 2026').Value | Should -Be '2026', '1'
    }

    It 'are removed, and only those that are named' {
        $null = New-GluePartition sales orders -Value 2025, 12
        $null = New-GluePartition sales orders -Value 2026, 1
        Remove-GluePartition sales orders -Value 2025, 12 -Confirm:$false
        (Get-GluePartition sales orders).Value | Should -Be '2026', '1'
    }

    It 'are kept in step with what lies in S3' {
        $null = New-LakeBucket lake-p
        Set-Content (Join-Path $TestDrive a.csv) '1'
        Send-LakeObject (Join-Path $TestDrive a.csv) s3://lake-p/orders/year=2026/month=2/a.csv
        $null = New-GluePartition sales orders -Value 2020, 1
        Sync-GluePartition sales orders -Confirm:$false
        (Get-GluePartition sales orders).Value | Should -Be '2026', '2'
    }
}

Describe 'Find-GlueTable' {
    It 'finds what the caller may see' {
        $lake = Connect-Lake -Local (Join-Path $TestDrive find) -PassThru
        $null = New-GlueDatabase sales
        'orders', 'people' | ForEach-Object { $null = New-GlueTable sales $_ -Column 'id:int' }
        (Find-GlueTable -Text ord).Name | Should -Be 'orders'
        Connect-Lake -Local $lake.LocalPath -As role/stranger
        Find-GlueTable -Text ord | Should -BeNullOrEmpty
    }
}
